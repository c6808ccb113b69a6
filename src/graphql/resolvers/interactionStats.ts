import { list, number, text, type GongList } from '../../gong/coerce.js';
import type { InteractionStatModel } from './models.js';

type Stats = GongList<InteractionStatModel> | null | undefined;

/** Gong's names of the statistics that have a field. */
export const statNames = {
  longestMonologueSeconds: 'Longest Monologue',
  longestCustomerStorySeconds: 'Longest Customer Story',
  interactivity: 'Interactivity',
  patienceSeconds: 'Patience',
  questionRate: 'Question Rate',
  talkRatio: 'Talk Ratio',
} as const;

/** Returns the value of a statistic; null when Gong does not send it. */
export function statNamed(stats: Stats, name: string): number | null {
  const found = list(stats).find((stat) => keyOf(stat.name) === keyOf(name));
  return number(found?.value);
}

/** Returns the statistics with other names. */
export function statsBeside(stats: Stats, names: readonly string[]): InteractionStatModel[] {
  const known = new Set(names.map(keyOf));
  return list(stats).filter(({ name }) => !known.has(keyOf(name)));
}

/** Returns a key that is equal for all spellings of a name. */
function keyOf(name: unknown): string {
  return (text(name) ?? '').toLowerCase().replaceAll(/[^a-z]/g, '');
}
