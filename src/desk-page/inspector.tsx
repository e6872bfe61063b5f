import type { TrafficThing } from '../desk-server/wire.js';
import { all, type Known } from './store.js';

const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** What goes between the app and the workspace, newest first. */
export function Inspector({ known, close }: { readonly known: Known; readonly close: () => void }) {
  const traffic = all(known, 'traffic').sort((a, b) => b.number - a.number);
  return (
    <aside class="beside inspector" aria-label="Inspector">
      <header class="heading">
        <h2>Inspector</h2>
        <button type="button" class="quiet" aria-label="Close the inspector" onClick={close}>
          ×
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can scroll has to be reachable by keyboard */}
      <section class="messages" tabIndex={0} aria-label="Traffic">
        <p class="aside">What the app and the workspace say to each other. Red is what Slack would refuse.</p>
        {traffic.map((exchange) => (
          <Exchange key={exchange.number} exchange={exchange} />
        ))}
      </section>
    </aside>
  );
}

const Exchange = ({ exchange }: { readonly exchange: TrafficThing }) => (
  <details class={`exchange ${exchange.ok && exchange.refusals.length === 0 ? '' : 'bad'}`}>
    <summary>
      <span class="way">{exchange.from === 'app' ? 'app → workspace' : 'workspace → app'}</span>
      <strong>{exchange.what}</strong>
      <span class="aside">
        {exchange.ok ? '' : 'refused, '}
        {exchange.ms} ms, {time.format(new Date(exchange.at))}
      </span>
    </summary>
    {exchange.refusals.map((refusal) => (
      <p key={refusal} class="error">
        {refusal}
      </p>
    ))}
    <h3>Sent</h3>
    <pre>{exchange.sent}</pre>
    <h3>Answer</h3>
    <pre>{exchange.answer}</pre>
  </details>
);
