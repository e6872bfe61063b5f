// yauzl ships no types: what is used of it.
declare module 'yauzl' {
  export interface Entry {
    readonly fileName: string;
    readonly uncompressedSize: number;
    readonly crc32: number;
    isEncrypted(): boolean;
  }

  export interface ZipFile {
    readonly entryCount: number;
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<AsyncIterable<Uint8Array>>;
  }

  const yauzl: { fromBufferPromise(buffer: Buffer): Promise<ZipFile> };
  export default yauzl;
}
