import chromiumOfNpm from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** As root there is no sandbox. The package's own flags make one process of it, which dies with its first window. */
const flags = ['--no-sandbox', '--no-zygote', '--disable-dev-shm-usage', '--use-gl=angle', '--use-angle=swiftshader'];

/** Starts the browser that npm installs. */
export const startBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await chromiumOfNpm.executablePath(), args: flags, headless: true });
