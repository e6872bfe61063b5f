import chromium from '@sparticuz/chromium';

/** Unpacks the browser that some tests drive, before several of them would at once. */
export default async function browserOnce(): Promise<void> {
  await chromium.executablePath();
}
