import { useEffect, useRef } from 'preact/hooks';
import type { Route } from './route.js';
import { all, type Known } from './store.js';

/** Answers how to count the messages of a person's channel that came since they last looked there. */
export function useUnread(known: Known, route: Route): (user: string, channel: string) => number {
  const seen = useRef(new Map<string, number>());
  const opened = useRef<number | null>(null);
  const messages = all(known, 'message');
  const latest = Math.max(0, ...messages.map(({ ts }) => Number(ts)));
  if (opened.current === null && messages.length > 0) opened.current = latest;
  useEffect(() => {
    seen.current.set(`${route.user} ${route.channel}`, latest);
  }, [route.user, route.channel, latest]);
  return (user, channel) => {
    if (user === route.user && channel === route.channel) return 0;
    const since = seen.current.get(`${user} ${channel}`) ?? opened.current ?? 0;
    return messages.filter(
      (message) =>
        message.channel === channel &&
        Number(message.ts) > since &&
        message.user !== user &&
        (message.to ?? user) === user,
    ).length;
  };
}
