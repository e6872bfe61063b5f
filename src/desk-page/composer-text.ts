let take: ((text: string) => void) | null = null;

/** Lets the channel's composer take texts from elsewhere on the page, until the answered function is called. */
export function takeTexts(taker: (text: string) => void): () => void {
  take = taker;
  return () => {
    if (take === taker) take = null;
  };
}

/** Puts a text into the channel's composer. */
export const fillComposer = (text: string): void => take?.(text);
