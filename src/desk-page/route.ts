import { useEffect, useState } from 'preact/hooks';

/** What the page shows: whose view of which channel (or `home`), and beside it a thread or the inspector. */
export interface Route {
  readonly user: string;
  readonly channel: string;
  /** A thread's `ts`, `inspector`, or nothing. */
  readonly beside: string;
}

const first: Route = { user: 'UANN', channel: 'CDEPLOY', beside: '' };

function read(): Route {
  const [user = '', channel = '', beside = ''] = location.hash.slice(1).split('/').map(plain);
  return { user: user || first.user, channel: channel || first.channel, beside };
}

/** Answers a part of an address as it was before it was encoded, and one that nobody encoded as it is. */
function plain(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Answers the address of a route within the page. */
export const hrefOf = ({ user, channel, beside }: Route): string =>
  `#${[user, channel, ...(beside === '' ? [] : [beside])].map(encodeURIComponent).join('/')}`;

/** Goes somewhere. */
export const go = (route: Route): void => {
  location.hash = hrefOf(route);
};

/** Answers where the page is, and shows anew when it goes elsewhere. */
export function useRoute(): Route {
  const [route, set] = useState(read);
  useEffect(() => {
    const look = () => set(read());
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return route;
}
