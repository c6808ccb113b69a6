import type { TrackedCallFragment } from '../gql/graphql';
import type { Passage, Speaker } from './speech';

/** A part of the recording, in seconds from its start. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

export interface Lane {
  readonly speaker: Speaker;
  readonly segments: readonly Segment[];
  /** Time that the speaker spoke, in seconds. */
  readonly spoken: number;
}

export interface TrackerMarks {
  readonly name: string;
  /** Times at which the tracker was detected, in seconds, in order. */
  readonly at: readonly number[];
}

/** Returns a lane for each speaker, in the order in which they first spoke. */
export function lanesOf(passages: readonly Passage[]): readonly Lane[] {
  const bySpeaker = Map.groupBy(passages, ({ speaker }) => speaker);
  return [...bySpeaker].map(([speaker, own]) => {
    const segments = own.flatMap(({ start, end, text }) =>
      start === null || end === null ? [] : [{ start, end, label: text }],
    );
    const spoken = segments.reduce((sum, { start, end }) => sum + end - start, 0);
    return { speaker, segments, spoken };
  });
}

/** Returns the topics in the order of the call. Passages in succession on one topic make one segment. */
export function topicsOf(passages: readonly Passage[]): readonly Segment[] {
  const topics: { start: number; end: number; label: string }[] = [];
  let previous: string | null = null;
  for (const { topic, start, end } of passages) {
    const last = topics.at(-1);
    if (topic !== null && start !== null && end !== null) {
      if (topic === previous && last) last.end = end;
      else topics.push({ start, end, label: topic });
    }
    previous = topic;
  }
  return topics;
}

/** Returns where each tracker was detected, whether or not it keeps its phrases separate. */
export function marksOf(trackers: TrackedCallFragment['trackers']): readonly TrackerMarks[] {
  return (trackers ?? []).flatMap(({ name, occurrences, phrases }) => {
    const all = [
      ...(occurrences ?? []),
      ...(phrases ?? []).flatMap((phrase) => phrase.occurrences ?? []),
    ];
    const at = new Set(all.flatMap(({ startSeconds }) => startSeconds ?? []));
    if (at.size === 0) return [];
    return [{ name: name ?? 'Unnamed tracker', at: [...at].sort((a, b) => a - b) }];
  });
}
