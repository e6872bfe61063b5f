import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ended, watchActs } from './acts.js';
import { Conversation } from './conversation.js';
import { Home } from './home.js';
import { Inspector } from './inspector.js';
import { Modal } from './modal.js';
import { announce, Notices } from './notices.js';
import { go, hrefOf, useRoute } from './route.js';
import { Scene, type SceneParts } from './scene.js';
import { Sidebar } from './sidebar.js';
import { all, type Known, thing, useKnown } from './store.js';
import { Thread } from './thread.js';

/** The page. */
export function App() {
  const known = useKnown();
  const route = useRoute();
  const workspace = thing(known, 'workspace');
  const [menuOpen, openMenu] = useState(false);
  const scene = useScene(known, route.user);
  useRefusals(known);
  useEffect(() => openMenu(false), [route.channel, route.user]);
  useEffect(() => {
    if (menuOpen) document.querySelector<HTMLElement>('.sidebar a')?.focus();
  }, [menuOpen]);
  if (!workspace) return <p class="opening">{known.link === 'ended' ? ended : 'Opening the desk …'}</p>;
  const me = workspace.people.find(({ id }) => id === route.user) ?? workspace.people[0];
  if (!me) return null;
  const here = { ...route, user: me.id };
  const modal = thing(known, `modal/${me.id}`);
  return (
    <Scene.Provider value={scene}>
      <Progress />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Esc closes the menu from wherever it was opened */}
      <div
        onKeyDown={({ key }) => {
          if (key === 'Escape') openMenu(false);
        }}
        class={`page ${here.beside === '' ? '' : 'with-beside'} ${menuOpen ? 'menu-open' : ''}`}
      >
        <Sidebar known={known} workspace={workspace} route={here} />
        <main>
          <Banner known={known} />
          {here.channel === 'home' ? (
            <Home known={known} route={here} openMenu={() => openMenu(true)} />
          ) : (
            <Conversation known={known} workspace={workspace} route={here} openMenu={() => openMenu(true)} />
          )}
        </main>
        {here.beside === 'inspector' ? (
          <Inspector known={known} close={() => go({ ...here, beside: '' })} />
        ) : (
          here.beside !== '' && <Thread known={known} workspace={workspace} route={here} />
        )}
        <button type="button" class="veil" aria-label="Close the menu" tabIndex={-1} onClick={() => openMenu(false)} />
      </div>
      {modal && <Modal key={me.id} modal={modal} user={me.id} />}
      <Notices />
    </Scene.Provider>
  );
}

/** Answers what texts need of the workspace. */
function useScene(known: Known, user: string): SceneParts {
  const workspace = thing(known, 'workspace');
  const channels = all(known, 'channel').filter(({ id }) => !id.startsWith('D'));
  const names = JSON.stringify([workspace, channels]);
  return useMemo(
    () => ({
      people: workspace?.people ?? [],
      channels,
      nameOf: (id) =>
        id === workspace?.bot.id ? workspace.bot.handle : (workspace?.people.find((one) => one.id === id)?.name ?? id),
      channelNamed: (id) => channels.find((one) => one.id === id)?.name ?? id,
      placeOf(url) {
        if (!workspace || !url.startsWith(workspace.archives)) return null;
        const [channel = ''] = url.slice(workspace.archives.length).split('/');
        return hrefOf({ user, channel, beside: new URL(url).searchParams.get('thread_ts') ?? '' });
      },
    }),
    [names, user],
  );
}

/** Tells what Slack would have refused, once for each. */
function useRefusals(known: Known): void {
  const seen = useRef(0);
  useEffect(() => {
    const fresh = all(known, 'traffic').filter(({ number }) => number > seen.current);
    const first = seen.current === 0;
    seen.current = Math.max(seen.current, ...fresh.map(({ number }) => number));
    if (!first)
      for (const { what, refusals } of fresh)
        if (refusals.length > 0) announce(`Slack would refuse this ${what}: ${refusals[0] ?? ''}`, 'refusal');
  }, [known]);
}

/** A thin line that moves while something is under way for longer than a moment. */
function Progress() {
  const [busy, set] = useState(false);
  useEffect(() => watchActs((count) => set(count > 0)), []);
  return <div class={`progress ${busy ? 'busy' : ''}`} aria-hidden="true" />;
}

/** What stands above everything while something isn't as usual. */
function Banner({ known }: { readonly known: Known }) {
  const app = thing(known, 'app');
  const text =
    known.link === 'ended'
      ? ended
      : known.link === 'lost'
        ? "The desk doesn't answer. This page goes on as soon as it does."
        : app?.status === 'starting'
          ? 'tsdeploy is starting. What you send meanwhile waits for it.'
          : app?.status === 'failed'
            ? app.problem
            : '';
  return (
    <p class={`banner ${text === '' ? 'none' : ''}`} role="status">
      {text}
    </p>
  );
}
