/** Range of Gong requests that an operation would cost, as `estimateOnly` returns it. */
export interface Estimate {
  readonly min: number;
  /** Null when nothing bounds it. */
  readonly max: number | null;
}

/** `extensions.gong` of a response: the members that the page shows. */
export interface GongExtension {
  readonly requests: number;
  readonly shared: number;
  readonly cacheHits: number;
  /** Elapsed milliseconds. */
  readonly waitedMs: number;
  readonly remainingToday: number;
  readonly incomplete?: readonly { readonly path: readonly unknown[]; readonly code: string }[];
  readonly stale?: readonly { readonly path: readonly unknown[] }[];
}

/** A part of the summary of a run. */
export interface CostFact {
  readonly text: string;
  /** Whether the data is not all of what was requested, or not current. */
  readonly isWarning?: true;
}

const numbers = new Intl.NumberFormat('en-US');

/** Returns the number with its noun, as in `1 Gong request`. */
export function counted(count: number, noun: string): string {
  return `${numbers.format(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** Returns a price in words, as in `3 to 9 Gong requests`. */
export function priceText({ min, max }: Estimate): string {
  if (max === null) return `at least ${counted(min, 'Gong request')}`;
  if (max === 0) return 'no Gong request';
  if (min === max) return counted(max, 'Gong request');
  return min === 0
    ? `up to ${counted(max, 'Gong request')}`
    : `${numbers.format(min)} to ${counted(max, 'Gong request')}`;
}

/** Returns a length of time, as in `3.4 s` or `2 min 5 s`. */
export function elapsedText(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${numbers.format(Math.floor(seconds / 60))} min ${Math.floor(seconds % 60)} s`;
}

/** Shorter waits are not worth reading. */
const MIN_SHOWN_WAIT_MS = 50;

/**
 * Returns what a run cost, in the order of importance.
 *
 * @param gong null when the gateway used neither Gong nor a cache.
 * @param elapsedMs length of the run, as the browser measured it.
 */
export function costFacts(
  gong: GongExtension | null,
  { elapsedMs, errors }: { readonly elapsedMs: number; readonly errors: number },
): CostFact[] {
  const requests = gong?.requests ?? 0;
  const facts: CostFact[] = [
    { text: requests === 0 ? 'No Gong request' : counted(requests, 'Gong request') },
  ];
  if (errors > 0) facts.push({ text: counted(errors, 'error'), isWarning: true });
  for (const { path, code } of gong?.incomplete ?? []) {
    facts.push({ text: `List cut short: ${path.join('.')} (${code})`, isWarning: true });
  }
  const stale = gong?.stale ?? [];
  if (stale.length > 0) {
    const paths = stale.map(({ path }) => path.join('.')).join(', ');
    facts.push({ text: `Out of date: ${paths}`, isWarning: true });
  }
  if (gong !== null && gong.shared > 0)
    facts.push({ text: `${numbers.format(gong.shared)} shared` });
  if (gong !== null && gong.cacheHits > 0) {
    facts.push({ text: `${numbers.format(gong.cacheHits)} from the cache` });
  }
  const waited = gong?.waitedMs ?? 0;
  const wait = waited < MIN_SHOWN_WAIT_MS ? '' : `, of it ${elapsedText(waited)} waiting`;
  facts.push({ text: `${elapsedText(elapsedMs)}${wait}` });
  if (gong !== null) facts.push({ text: `${numbers.format(gong.remainingToday)} left today` });
  return facts;
}
