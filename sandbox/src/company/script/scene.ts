/** Who speaks a turn: a person of the company or of the customer. */
export type Role = 'Rep' | 'Buyer';

/** What a passage is besides talk; it shows up in highlights and smart trackers. */
export type Mark = 'concern' | 'next step' | 'plain';

/** Some turns that belong together, and the one-line summary that analysis makes of them. */
export interface Exchange {
  note: string;
  mark: Mark;
  turns: readonly { role: Role; text: string }[];
}

/** A stretch of a call on one topic. */
export interface Scene {
  /** Heading in the outline. */
  section: string;
  /** Topic label of its monologues; Gong leaves some talk without one. */
  topic: string | null;
  exchanges: readonly Exchange[];
}

/**
 * Reads a scene written as a play. A line `= note` begins an exchange (`=! note` a concern, `=> note` a
 * next step); then come turns `Rep: …` and `Buyer: …`. In texts `{slot}` is filled in for each call and
 * `[one|another]` is a choice.
 */
export const scene = (section: string, topic: string | null, play: string): Scene => ({
  section,
  topic,
  exchanges: play
    .split(/^=/m)
    .slice(1)
    .map((text) => readExchange(text)),
});

const readExchange = (text: string): Exchange => {
  const [heading = '', ...lines] = text.trim().split('\n');
  const mark: Mark = heading.startsWith('!')
    ? 'concern'
    : heading.startsWith('>')
      ? 'next step'
      : 'plain';
  const turns = lines.flatMap((line) => {
    const [, role, spoken] = /^(Rep|Buyer): (.+)$/.exec(line.trim()) ?? [];
    return role && spoken ? [{ role: role as Role, text: spoken }] : [];
  });
  return { note: heading.replace(/^[!>]?\s*/, ''), mark, turns };
};
