import { useContext, useState } from 'preact/hooks';
import { optionsOf } from '../desk/elements.js';
import { type Fields, fieldsOf, textOf } from '../desk/fields.js';
import { Confirm } from './confirm.js';
import { type ElementParts, nameOf } from './elements.js';
import { Menu } from './menu.js';
import { Link } from './mrkdwn.js';
import { Stage } from './stage.js';
import { Text, wordsOf } from './texts.js';

/** Answers how to press: asked first where the element wants that, and whether it is under way. */
function usePress(parts: ElementParts) {
  const stage = useContext(Stage);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState<{ value: string | undefined } | null>(null);
  const confirm = parts.element.confirm;
  const send = async (value: string | undefined) => {
    setAsking(null);
    setBusy(true);
    await stage.press(nameOf(parts), value);
    setBusy(false);
  };
  const press = (value?: string) => {
    if (busy) return;
    if (confirm === undefined) void send(value);
    else setAsking({ value });
  };
  const question = asking && (
    <Confirm confirm={fieldsOf(confirm)} yes={() => void send(asking.value)} no={() => setAsking(null)} />
  );
  return { press, busy, question };
}

/** A button; one with an address opens that too. */
export function PressButton(parts: ElementParts) {
  const { element } = parts;
  const { press, busy, question } = usePress(parts);
  const label = wordsOf(element.text) || textOf(element.icon);
  const url = textOf(element.url);
  return (
    <>
      <button
        type="button"
        class={`button ${textOf(element.style)}`}
        aria-busy={busy}
        aria-label={textOf(element.accessibility_label) || undefined}
        onClick={() => {
          if (/^https?:/i.test(url)) open(url, '_blank', 'noopener,noreferrer');
          press();
        }}
      >
        {label}
      </button>
      {question}
    </>
  );
}

/** Two buttons that say whether an answer was right. */
export function Feedback(parts: ElementParts) {
  const { press, busy } = usePress(parts);
  const side = (button: Fields) => (
    <button
      type="button"
      class="button"
      aria-busy={busy}
      aria-label={textOf(button.accessibility_label) || undefined}
      onClick={() => press(textOf(button.value))}
    >
      {wordsOf(button.text)}
    </button>
  );
  return (
    <>
      {side(fieldsOf(parts.element.positive_button))}
      {side(fieldsOf(parts.element.negative_button))}
    </>
  );
}

/** A menu behind three dots. */
export function Overflow(parts: ElementParts) {
  const { press, busy, question } = usePress(parts);
  return (
    <>
      <Menu label="More" sign="⋯" look="button" busy={busy}>
        {optionsOf(parts.element).map((option) =>
          option.url === undefined ? (
            <button key={textOf(option.value)} type="button" onClick={() => press(textOf(option.value))}>
              <Text text={option.text} />
            </button>
          ) : (
            <Link key={textOf(option.value)} url={textOf(option.url)}>
              <Text text={option.text} />
            </Link>
          ),
        )}
      </Menu>
      {question}
    </>
  );
}
