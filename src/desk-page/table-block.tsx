import { type Fields, fieldsOf, itemsOf, textOf } from '../desk/fields.js';
import { RichText } from './rich-text.js';

const Cell = ({ cell }: { readonly cell: Fields }) =>
  cell.type === 'rich_text' ? <RichText block={cell} /> : <span>{textOf(cell.text) || String(cell.value ?? '')}</span>;

/** A table: its first row are headings. */
export function TableBlock({ block }: { readonly block: Fields }) {
  const [head, ...rows] = itemsOf(block.rows).map((row) => itemsOf(row).map(fieldsOf));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can scroll has to be reachable by keyboard
    <section class="table" tabIndex={0} aria-label={textOf(block.caption) || 'Table'}>
      <table>
        {block.caption !== undefined && <caption>{textOf(block.caption)}</caption>}
        <thead>
          <tr>
            {head?.map((cell, at) => (
              <th key={at} scope="col">
                <Cell cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
