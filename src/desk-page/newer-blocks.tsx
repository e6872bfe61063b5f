import { type Fields, fieldsOf, itemsOf, textOf } from '../desk/fields.js';
import { Blocks } from './blocks.js';
import { Element } from './elements.js';
import { RichText } from './rich-text.js';
import { Text, wordsOf } from './texts.js';

/** A picture from the web; one that Slack itself would keep is told by its words. */
export function Picture({ image }: { readonly image: Fields }) {
  const url = textOf(image.image_url);
  return url.startsWith('https:') ? (
    <img src={url} alt={textOf(image.alt_text)} loading="lazy" referrerpolicy="no-referrer" />
  ) : (
    <span class="no-picture">[{textOf(image.alt_text)}]</span>
  );
}

/** A card. */
export function Card({ card, name }: { readonly card: Fields; readonly name: string }) {
  return (
    <div class="card">
      {card.hero_image !== undefined && <Picture image={fieldsOf(card.hero_image)} />}
      {card.title !== undefined && (
        <strong>
          <Text text={card.title} />
        </strong>
      )}
      {[card.subtitle, card.body, card.subtext].map(
        (text, at) =>
          text !== undefined && (
            <p key={at}>
              <Text text={text} />
            </p>
          ),
      )}
      {card.actions !== undefined && (
        <div class="actions">
          {itemsOf(card.actions).map((element, at) => (
            <Element key={at} element={fieldsOf(element)} block={name} at={at} />
          ))}
        </div>
      )}
    </div>
  );
}

/** Cards side by side. */
export const Carousel = ({ carousel, name }: { readonly carousel: Fields; readonly name: string }) => (
  <div class="carousel">
    {itemsOf(carousel.elements).map((card, at) => (
      <Card key={at} card={fieldsOf(card)} name={textOf(fieldsOf(card).block_id) || name} />
    ))}
  </div>
);

/** Blocks in a frame, that may be folded. */
export function Container({ container }: { readonly container: Fields }) {
  const title =
    container.rich_text_title === undefined ? (
      wordsOf(container.title)
    ) : (
      <RichText block={fieldsOf(container.rich_text_title)} />
    );
  const inside = <Blocks blocks={itemsOf(container.child_blocks)} />;
  if (container.is_collapsible !== true)
    return (
      <div class="container">
        <strong>{title}</strong>
        {inside}
      </div>
    );
  return (
    <details class="container" open={container.default_collapsed !== true}>
      <summary>{title}</summary>
      {inside}
    </details>
  );
}
