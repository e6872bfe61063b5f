import type { FileThing } from '../desk-server/wire.js';

const units = ['bytes', 'kB', 'MB', 'GB'] as const;

/** Answers a size as a person reads it. */
export function sizeOf(bytes: number): string {
  if (bytes === 1) return '1 byte';
  let [size, unit] = [bytes, 0];
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? size : size.toFixed(size < 10 ? 1 : 0)} ${units[unit] ?? ''}`;
}

/** A file of a message: its name, its beginning, and a way to save it. */
export const FileCard = ({ file }: { readonly file: FileThing }) => (
  <div class="file">
    <p>
      <a href={`file/${file.id}`} download={file.name}>
        {file.title}
      </a>
      <span class="aside">
        {file.title === file.name ? '' : `${file.name}, `}
        {file.filetype}, {sizeOf(file.size)}
      </span>
    </p>
    {file.preview !== null && (
      <details>
        <summary>Show its beginning</summary>
        <pre>{file.preview}</pre>
      </details>
    )}
  </div>
);
