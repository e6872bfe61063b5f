import { fieldsOf, itemsOf, textOf } from '../desk/fields.js';
import { Element } from './elements.js';
import { Field } from './field.js';
import { Markdown } from './markdown-block.js';
import { Card, Carousel, Container, Picture } from './newer-blocks.js';
import { RichText } from './rich-text.js';
import { TableBlock } from './table-block.js';
import { Text, wordsOf } from './texts.js';

/** Blocks, one under the other. */
export function Blocks({ blocks }: { readonly blocks: readonly unknown[] }) {
  return (
    <div class="blocks">
      {blocks.map((block, at) => (
        <Block key={textOf(fieldsOf(block).block_id) || at} block={block} at={at} />
      ))}
    </div>
  );
}

/** One block; `at` is its place, which names it where it has no name of its own. */
function Block({ block, at }: { readonly block: unknown; readonly at: number }) {
  const fields = fieldsOf(block);
  const name = textOf(fields.block_id) || `block-${at}`;
  switch (fields.type) {
    case 'section':
      return (
        <div class="section">
          <div class="section-text">
            {fields.text !== undefined && <Text text={fields.text} />}
            {fields.fields !== undefined && (
              <div class="fields">
                {itemsOf(fields.fields).map((field, order) => (
                  <div key={order}>
                    <Text text={field} />
                  </div>
                ))}
              </div>
            )}
          </div>
          {fields.accessory !== undefined && <Element element={fieldsOf(fields.accessory)} block={name} at={0} />}
        </div>
      );
    case 'header':
      return <h3 class="header">{wordsOf(fields.text)}</h3>;
    case 'divider':
      return <hr />;
    case 'context':
      return (
        <div class="context">
          {itemsOf(fields.elements).map((element, order) =>
            fieldsOf(element).type === 'image' ? (
              <Picture key={order} image={fieldsOf(element)} />
            ) : (
              <span key={order}>
                <Text text={element} />
              </span>
            ),
          )}
        </div>
      );
    case 'actions':
    case 'context_actions':
      return (
        <div class="actions">
          {itemsOf(fields.elements).map((element, order) => (
            <Element key={order} element={fieldsOf(element)} block={name} at={order} />
          ))}
        </div>
      );
    case 'input':
      return <Field block={fields} name={name} />;
    case 'image':
      return (
        <figure>
          {fields.title !== undefined && <figcaption>{wordsOf(fields.title)}</figcaption>}
          <Picture image={fields} />
        </figure>
      );
    case 'rich_text':
      return <RichText block={fields} />;
    case 'markdown':
      return <Markdown text={textOf(fields.text)} />;
    case 'table':
    case 'data_table':
      return <TableBlock block={fields} />;
    case 'alert':
      return (
        <div class={`alert ${textOf(fields.level)}`}>
          <Text text={fields.text} />
        </div>
      );
    case 'card':
      return <Card card={fields} name={name} />;
    case 'carousel':
      return <Carousel carousel={fields} name={name} />;
    case 'container':
      return <Container container={fields} />;
    case 'video':
      return (
        <p>
          Video: <a href={textOf(fields.title_url) || textOf(fields.video_url)}>{wordsOf(fields.title)}</a>
        </p>
      );
    default:
      return <p class="unknown">The desk can't show a block of the type {String(fields.type)}.</p>;
  }
}
