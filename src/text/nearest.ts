import { distance } from 'fastest-levenshtein';

/** Answers the candidate that `text` most likely means, or null where none is near. */
export function nearest(text: string, among: Iterable<string>): string | null {
  const candidates = [...among];
  const wanted = text.toLowerCase().slice(0, 80);
  let best: string | null = null;
  let least = Math.max(2, Math.ceil(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const far = distance(wanted, candidate.toLowerCase());
    if (far < least) {
      least = far;
      best = candidate;
    }
  }
  return best ?? containing(wanted, candidates);
}

/** A part of at least three letters means the shortest candidate that holds it. */
function containing(part: string, candidates: readonly string[]): string | null {
  if (part.trim().length < 3) return null;
  const holding = candidates.filter((candidate) => candidate.toLowerCase().includes(part.trim()));
  return holding.sort((a, b) => a.length - b.length)[0] ?? null;
}

/** Answers ` Did you mean "…"?`, or nothing where no candidate is near. */
export function didYouMean(text: string, candidates: Iterable<string>): string {
  const near = nearest(text, candidates);
  return near === null ? '' : ` Did you mean "${near}"?`;
}
