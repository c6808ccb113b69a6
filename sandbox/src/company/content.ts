import { createRandom } from '../random.js';
import type { CallPlan } from './callPlan.js';
import type { Conversation, Passage } from './conversation.js';
import type { CallContent, OutlineSection, TrackerHit } from './types.js';

const OUTCOMES = [
  { id: 'MEETING_BOOKED', category: 'Answered', name: 'Meeting booked' },
  { id: 'FOLLOW_UP_NEEDED', category: 'Answered', name: 'Follow-up needed' },
  { id: 'NOT_INTERESTED', category: 'Answered', name: 'Not interested' },
] as const;

/** What analysis made of a call, all of it traceable to passages of the transcript. */
export const createContent = (
  plan: CallPlan,
  conversation: Conversation,
  trackers: TrackerHit[],
): CallContent => {
  const random = createRandom(plan.seed, plan.metaData.id, 'content');
  const { passages } = conversation;
  const plain = passages.filter(
    ({ section }) => section !== 'Introductions' && section !== 'Wrap-up',
  );
  return {
    structure: groupSections(passages).map(({ section, duration }) => ({
      name: section,
      duration: Math.round(duration),
    })),
    trackers,
    topics: topicsOf(conversation),
    // Briefs arrive after the rest, and some calls never get one.
    brief: random.chance(0.03) ? null : briefOf(plan, plain),
    outline: groupSections(passages),
    highlights: highlightsOf(passages),
    callOutcome: plan.customer && random.chance(0.7) ? random.pick(OUTCOMES) : null,
    keyPoints: random
      .sample(plain, 5)
      .sort((one, other) => one.start - other.start)
      .map(({ note }) => ({ text: `${note}.` })),
  };
};

const briefOf = ({ kind, customer }: CallPlan, passages: readonly Passage[]): string => {
  const subject = customer ? `A ${kind} call with ${customer.name}.` : 'An internal meeting.';
  const notes = passages.filter(({ mark }) => mark !== 'next step').slice(0, 3);
  const next = passages.find(({ mark }) => mark === 'next step');
  return [
    subject,
    ...notes.map(({ note }) => `${note}.`),
    ...(next ? [`Next step: ${next.note}.`] : []),
  ].join(' ');
};

/** Seconds, one group for each run of passages under the same heading. */
const groupSections = (passages: readonly Passage[]): OutlineSection[] => {
  const sections: OutlineSection[] = [];
  for (const { section, note, start, end } of passages) {
    const last = sections.at(-1);
    const item = { text: note, startTime: start / 1000 };
    if (last?.section === section) {
      last.items.push(item);
      last.duration = toSeconds(end - last.startTime * 1000);
    } else {
      const startTime = toSeconds(start);
      sections.push({ section, startTime, duration: toSeconds(end - start), items: [item] });
    }
  }
  return sections;
};

const topicsOf = ({ monologues }: Conversation): { name: string; duration: number }[] => {
  const millis = new Map<string, number>();
  for (const { topic, sentences } of monologues) {
    const spoken = sentences.reduce((sum, { start, end }) => sum + end - start, 0);
    if (topic !== null) millis.set(topic, (millis.get(topic) ?? 0) + spoken);
  }
  return [...millis].map(([name, spoken]) => ({ name, duration: Math.round(spoken / 1000) }));
};

const highlightsOf = (passages: readonly Passage[]): NonNullable<CallContent['highlights']> =>
  (
    [
      ['Next steps', 'next step'],
      ['Concerns', 'concern'],
    ] as const
  ).flatMap(([title, mark]) => {
    const items = passages
      .filter((passage) => passage.mark === mark)
      .map(({ note, start }) => ({ text: note, startTimes: [toSeconds(start)] }));
    return items.length > 0 ? [{ title, items }] : [];
  });

const toSeconds = (millis: number): number => Math.round(millis) / 1000;
