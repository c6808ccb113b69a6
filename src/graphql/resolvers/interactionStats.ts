import { list, number, text, type GongList } from '../../gong/coerce.js';
import type { InteractionStatModel } from './models.js';

type Stats = GongList<InteractionStatModel> | null | undefined;

/** Gong's names of the measurements that have a field. */
export const statNames = {
  longestMonologueSeconds: 'Longest Monologue',
  longestCustomerStorySeconds: 'Longest Customer Story',
  interactivity: 'Interactivity',
  patienceSeconds: 'Patience',
  questionRate: 'Question Rate',
  talkRatio: 'Talk Ratio',
} as const;

/** The value of a measurement that Gong names; null when Gong does not send it. */
export function statNamed(stats: Stats, name: string): number | null {
  const found = list(stats).find((stat) => keyOf(stat.name) === keyOf(name));
  return number(found?.value);
}

/** The measurements with other names. */
export function statsBeside(stats: Stats, names: readonly string[]): InteractionStatModel[] {
  const known = new Set(names.map(keyOf));
  return list(stats).filter(({ name }) => !known.has(keyOf(name)));
}

/** Equal for spellings of one name. */
function keyOf(name: unknown): string {
  return (text(name) ?? '').toLowerCase().replaceAll(/[^a-z]/g, '');
}
