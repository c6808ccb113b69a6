import type { CallPlan } from './callPlan.js';
import type { Conversation } from './conversation.js';
import type { Interaction, Monologue, Party } from './types.js';

/** Measures of how a call was held, counted from its transcript. Times in seconds. */
export const measureInteraction = (
  { metaData, host }: CallPlan,
  { monologues }: Conversation,
  parties: readonly Party[],
): Interaction => {
  const talkTime = new Map<string | null, number>();
  for (const monologue of monologues) {
    const { speakerId } = monologue;
    talkTime.set(speakerId, (talkTime.get(speakerId) ?? 0) + secondsOf(monologue));
  }
  const hostKey = parties.find(({ userId }) => userId === host.id)?.speakerId ?? null;
  const external = new Set(
    parties.flatMap(({ affiliation, speakerId }) =>
      affiliation !== 'Internal' && speakerId ? [speakerId] : [],
    ),
  );
  const isCustomer = ({ speakerId }: Monologue) => external.has(speakerId ?? '');
  const total = [...talkTime.values()].reduce((sum, seconds) => sum + seconds, 0);
  const ofHost = monologues.filter(({ speakerId }) => speakerId === hostKey);
  return {
    speakers: parties.flatMap(({ id, userId, speakerId }) =>
      id !== null && speakerId
        ? [{ id, userId: userId ?? null, talkTime: round(talkTime.get(speakerId) ?? 0) }]
        : [],
    ),
    interactionStats: [
      { name: 'Talk Ratio', value: round((talkTime.get(hostKey) ?? 0) / Math.max(total, 1)) },
      { name: 'Longest Monologue', value: longest(ofHost) },
      { name: 'Longest Customer Story', value: longest(monologues.filter(isCustomer)) },
      { name: 'Interactivity', value: round((monologues.length / metaData.duration) * 60) },
      { name: 'Patience', value: round(meanPause(monologues)) },
    ],
    video:
      metaData.media === 'Video'
        ? [
            { name: 'Presentation', duration: round(metaData.duration * 0.4) },
            { name: 'WebcamPrimaryUser', duration: round(metaData.duration * 0.35) },
            { name: 'WebcamNonCompany', duration: round(metaData.duration * 0.25) },
          ]
        : [],
    questions: {
      companyCount: countQuestions(monologues.filter((one) => !isCustomer(one))),
      nonCompanyCount: countQuestions(monologues.filter(isCustomer)),
    },
  };
};

const secondsOf = ({ sentences }: Monologue): number =>
  ((sentences.at(-1)?.end ?? 0) - (sentences[0]?.start ?? 0)) / 1000;

const longest = (monologues: readonly Monologue[]): number =>
  round(Math.max(0, ...monologues.map(secondsOf)));

const meanPause = (monologues: readonly Monologue[]): number => {
  const pauses = monologues.slice(1).map(({ sentences }, index) => {
    const before = monologues[index]?.sentences.at(-1)?.end ?? 0;
    return ((sentences[0]?.start ?? before) - before) / 1000;
  });
  return pauses.reduce((sum, pause) => sum + pause, 0) / Math.max(pauses.length, 1);
};

const countQuestions = (monologues: readonly Monologue[]): number =>
  monologues.flatMap(({ sentences }) => sentences).filter(({ text }) => text.endsWith('?')).length;

const round = (value: number): number => Math.round(value * 100) / 100;
