import { useEffect } from 'preact/hooks';
import { itemsOf } from '../desk/fields.js';
import type { ViewThing } from '../desk-server/wire.js';
import { act } from './acts.js';
import { Blocks } from './blocks.js';
import { Heading } from './heading.js';
import type { Route } from './route.js';
import { Stage, useStage } from './stage.js';
import { type Known, thing } from './store.js';

/** The app's Home tab. */
export function Home({
  known,
  route,
  openMenu,
}: {
  readonly known: Known;
  readonly route: Route;
  readonly openMenu: () => void;
}) {
  const home = thing(known, `home/${route.user}`);
  useEffect(() => void act({ type: 'home', user: route.user, tab: 'home' }), [route.user]);
  return (
    <>
      <Heading title="tsdeploy" openMenu={openMenu}>
        <p class="topic">Home, as the app shows it to you</p>
      </Heading>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can scroll has to be reachable by keyboard */}
      <section class="messages home" tabIndex={0} aria-label="Home">
        {home ? <HomeView home={home} user={route.user} /> : <p class="aside">The app has shown nothing here yet.</p>}
      </section>
    </>
  );
}

function HomeView({ home, user }: { readonly home: ViewThing; readonly user: string }) {
  const { stage } = useStage({ id: home.id, user, place: { kind: 'home', id: home.id }, known: home.entered });
  return (
    <Stage.Provider value={stage}>
      <Blocks blocks={itemsOf(home.view.blocks)} />
    </Stage.Provider>
  );
}
