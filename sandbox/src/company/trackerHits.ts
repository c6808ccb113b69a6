import type { Conversation } from './conversation.js';
import { TERMS_APART, type SmartTracker } from './trackers.js';
import type { KeywordTracker, Party, TrackerHit, TrackerOccurrence } from './types.js';

/** The trackers of a call, found in what was really said. Keyword trackers that found nothing count 0. */
export const findTrackerHits = (
  { monologues, passages }: Conversation,
  parties: readonly Party[],
  trackers: readonly KeywordTracker[],
  smartTrackers: readonly SmartTracker[],
): TrackerHit[] => {
  const internal = new Set(
    parties.flatMap(({ affiliation, speakerId }) =>
      affiliation === 'Internal' && speakerId ? [speakerId] : [],
    ),
  );
  const hitOf = (tracker: KeywordTracker): TrackerHit => {
    const phrases = tracker.languageKeywords
      .flatMap(({ keywords }) => keywords)
      .map((phrase) => ({ phrase, occurrences: occurrencesOf(tracker, phrase) }))
      .filter(({ occurrences }) => occurrences.length > 0);
    const all = phrases.flatMap(({ occurrences }) => occurrences);
    return {
      id: tracker.trackerId,
      name: tracker.trackerName,
      count: all.length,
      type: 'KEYWORD',
      occurrences:
        tracker.trackerName === TERMS_APART
          ? []
          : all.sort((one, other) => one.startTime - other.startTime),
      phrases: phrases.map(({ phrase, occurrences }) => ({
        count: occurrences.length,
        occurrences,
        phrase,
      })),
    };
  };
  const occurrencesOf = ({ affiliation }: KeywordTracker, phrase: string): TrackerOccurrence[] =>
    monologues
      .filter(({ speakerId }) => {
        if (affiliation === 'Anyone') return true;
        return internal.has(speakerId ?? '') === (affiliation === 'Company');
      })
      .flatMap(({ speakerId, sentences }) =>
        sentences
          .filter(({ text }) => text.toLowerCase().includes(phrase.toLowerCase()))
          .map(({ start }) => ({ startTime: start / 1000, speakerId })),
      );

  const smart = smartTrackers.flatMap(({ id, name, mark }): TrackerHit[] => {
    const fired = passages.filter((passage) => passage.mark === mark);
    if (fired.length === 0) return [];
    const occurrences = fired.map(({ start, speakerId }) => ({
      startTime: start / 1000,
      speakerId,
    }));
    // Smart trackers never have phrases.
    return [{ id, name, count: fired.length, type: 'SMART', occurrences, phrases: [] }];
  });
  return [...trackers.map(hitOf), ...smart];
};
