import { createRandom, type Random } from '../random.js';
import type { CallPlan } from './callPlan.js';
import { SCRIPTS, SLOTS, type Exchange, type Mark, type Role, type Scene } from './script/index.js';
import type { Monologue, Party } from './types.js';

/** A passage that analysis would pick out. */
export interface Passage {
  section: string;
  note: string;
  mark: Mark;
  /** Milliseconds from the start of the call. */
  start: number;
  end: number;
  /** Key of the person who began it. */
  speakerId: string | null;
}

/** What was said on a call. All analysis is derived from it, so that it agrees with the transcript. */
export interface Conversation {
  monologues: Monologue[];
  passages: Passage[];
}

/** Seconds of call that one exchange is written for: long calls get more of them. */
const SECONDS_PER_EXCHANGE = 45;

/** Stages the script of the call: same call, same words. */
export const createConversation = (plan: CallPlan, parties: readonly Party[]): Conversation => {
  const random = createRandom(plan.seed, plan.metaData.id, 'conversation');
  const fill = createFiller(plan, parties, random);
  const cast = castRoles(plan, parties, random);
  const monologues: Monologue[] = [];
  const passages: (Omit<Passage, 'start' | 'end'> & { first: number; last: number })[] = [];
  for (const { scene, exchange } of chooseExchanges(plan, random)) {
    const speakers = cast();
    const first = monologues.length;
    for (const { role, text } of exchange.turns) {
      monologues.push({
        speakerId: garble(speakers[role], random),
        topic: scene.topic,
        sentences: toSentences(fill(text)),
      });
    }
    passages.push({
      section: scene.section,
      note: fill(exchange.note),
      mark: exchange.mark,
      speakerId: monologues[first]?.speakerId ?? null,
      first,
      last: monologues.length - 1,
    });
  }
  setTimes(monologues, plan.metaData.duration * 1000, random);
  return {
    monologues,
    passages: passages.map(({ first, last, ...passage }) => ({
      ...passage,
      start: monologues[first]?.sentences[0]?.start ?? 0,
      end: monologues[last]?.sentences.at(-1)?.end ?? 0,
    })),
  };
};

/** At least one exchange a scene; more where the call is long enough. */
const chooseExchanges = (
  { kind, metaData }: CallPlan,
  random: Random,
): { scene: Scene; exchange: Exchange }[] => {
  const scenes = SCRIPTS[kind];
  const available = scenes.reduce((sum, { exchanges }) => sum + exchanges.length, 0);
  const share = Math.min(metaData.duration / SECONDS_PER_EXCHANGE / available, 1);
  return scenes.flatMap((scene) => {
    const count = Math.max(1, Math.round(scene.exchanges.length * share));
    const chosen = new Set(random.sample(scene.exchanges, count));
    return scene.exchanges
      .filter((exchange) => chosen.has(exchange))
      .map((exchange) => ({ scene, exchange }));
  });
};

type Cast = Readonly<Record<Role, string | null>>;

/** Who speaks the two roles, anew for each exchange where a side has several people. */
const castRoles = (plan: CallPlan, parties: readonly Party[], random: Random): (() => Cast) => {
  const speaking = parties.filter(({ speakerId }) => typeof speakerId === 'string');
  const keys = (side: readonly Party[]) => side.flatMap(({ speakerId }) => speakerId ?? []);
  const host = keys(speaking.filter(({ userId }) => userId === plan.host.id));
  const colleagues = keys(
    speaking.filter(
      ({ affiliation, userId }) => affiliation === 'Internal' && userId !== plan.host.id,
    ),
  );
  const guests = keys(speaking.filter(({ affiliation }) => affiliation !== 'Internal'));
  const others = plan.customer ? guests : colleagues;
  // Speakers of a call without participants have keys that lead nowhere.
  const stray = (index: number) => `${index}${plan.metaData.id.slice(0, 17)}`;
  return () => {
    const isHost = plan.customer === null || colleagues.length === 0 || random.chance(0.8);
    return {
      Rep: (isHost ? host[0] : random.pick(colleagues)) ?? stray(1),
      Buyer: others.length > 0 ? random.pick(others) : parties.length > 0 ? null : stray(2),
    };
  };
};

/** Now and then Gong can't tell who spoke, or names a key that no party has. */
const garble = (speakerId: string | null, random: Random): string | null => {
  const roll = random.next();
  if (roll < 0.01) return null;
  return roll < 0.015 && speakerId !== null ? `9${speakerId.slice(1)}` : speakerId;
};

/** Fills `{slots}` and settles `[choices|of words]`. */
const createFiller = (
  { host, customer }: CallPlan,
  parties: readonly Party[],
  random: Random,
): ((text: string) => string) => {
  const guest = parties.find(
    ({ affiliation, userId }) =>
      userId !== host.id && (customer ? affiliation === 'External' : true),
  );
  const firstName = (name: string | null | undefined) => name?.split(' ')[0] ?? 'there';
  const slots: Record<string, string> = {
    rep: firstName(host.firstName),
    buyer: firstName(guest?.name),
    customer: customer?.name ?? 'the team',
    industry: customer?.industry.toLowerCase() ?? 'banking',
  };
  for (const [name, choices] of Object.entries(SLOTS)) slots[name] = random.pick<string>(choices);
  return (text) =>
    text
      .replace(/\[([^\]]+)\]/g, (_, choices: string) => random.pick(choices.split('|')))
      .replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? '')
      .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
};

const toSentences = (text: string): Monologue['sentences'] =>
  text.split(/(?<=[.?!]) /).map((sentence) => ({ start: 0, end: 0, text: sentence }));

/** Milliseconds that a sentence takes at an easy pace. */
const spokenMs = (text: string): number => 350 + text.length * 62;

/**
 * Spreads the sentences over the call: a little slower or faster than easy, with the rest as pauses
 * between turns, so that the last sentence ends just before the call does.
 */
const setTimes = (monologues: readonly Monologue[], callMs: number, random: Random): void => {
  const available = callMs * 0.98;
  const easy = monologues
    .flatMap(({ sentences }) => sentences)
    .reduce((sum, { text }) => sum + spokenMs(text), 0);
  const pace = Math.min(available / easy, 1.25);
  const weights = monologues.map(() => 0.3 + random.next());
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0);
  const pauses = Math.max(available - easy * pace, 0);
  let at = 0;
  monologues.forEach(({ sentences }, index) => {
    at += (pauses * (weights[index] ?? 0)) / totalWeight;
    for (const sentence of sentences) {
      sentence.start = Math.floor(at);
      at += spokenMs(sentence.text) * pace;
      sentence.end = Math.floor(at);
    }
  });
};
