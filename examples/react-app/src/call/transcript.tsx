import { useEffect, useState } from 'react';
import { formatPosition } from '../format';
import { highlight } from '../highlight';
import { go } from '../place';
import { findText, type Match } from './find';
import type { TrackerMarks } from './lanes';
import type { Passage } from './speech';

export const elementId = (passage: Passage | undefined) => `passage-${passage?.index ?? 0}`;

/**
 * The words, with a search within them.
 *
 * @param current the passage that the reader is at.
 */
export function Transcript(props: {
  passages: readonly Passage[];
  trackers: readonly TrackerMarks[];
  current: Passage | undefined;
  search: string;
  onSeek: (seconds: number) => void;
}) {
  const { passages, current, search } = props;
  const matches = findText(passages, search);
  const [at, setAt] = useState(0);
  const found = matches[at % Math.max(1, matches.length)];
  useEffect(() => {
    if (search) document.querySelector('mark[data-current]')?.scrollIntoView({ block: 'center' });
  }, [search, at]);
  return (
    <section className="transcript" aria-labelledby="transcript">
      <div className="bar">
        <h2 id="transcript">Transcript</h2>
        <SearchWithin
          search={search}
          at={matches.length === 0 ? 0 : (at % matches.length) + 1}
          total={matches.length}
          onSearch={(find) => {
            setAt(0);
            go({ find }, 'replace');
          }}
          onStep={(by) => setAt((at + by + matches.length) % Math.max(1, matches.length))}
        />
      </div>
      <ol>
        {passages.map((passage, index) => (
          <Words
            key={passage.index}
            passage={passage}
            detected={detectedIn(passage, props.trackers)}
            topic={passage.topic === passages[index - 1]?.topic ? null : passage.topic}
            isCurrent={passage === current}
            matches={matches.filter((match) => match.passage === passage.index)}
            found={found}
            onSeek={props.onSeek}
          />
        ))}
      </ol>
    </section>
  );
}

function SearchWithin(props: {
  search: string;
  at: number;
  total: number;
  onSearch: (text: string) => void;
  onStep: (by: number) => void;
}) {
  const { search, at, total, onSearch, onStep } = props;
  return (
    <form
      className="within"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onStep(1);
      }}
    >
      <input
        type="search"
        aria-label="Search in this transcript"
        placeholder="Search in this transcript"
        value={search}
        onChange={({ target }) => onSearch(target.value)}
      />
      {search && (
        <>
          <output>{total === 0 ? 'Not found' : `${at} of ${total}`}</output>
          <button type="button" aria-label="Previous match" onClick={() => onStep(-1)}>
            ↑
          </button>
          <button aria-label="Next match">↓</button>
        </>
      )}
    </form>
  );
}

function Words(props: {
  passage: Passage;
  detected: readonly string[];
  topic: string | null;
  isCurrent: boolean;
  matches: readonly Match[];
  found: Match | undefined;
  onSeek: (seconds: number) => void;
}) {
  const { passage, detected, topic, isCurrent, matches, found, onSeek } = props;
  const { speaker, start, text } = passage;
  return (
    <li id={elementId(passage)} aria-current={isCurrent || undefined}>
      {topic !== null && <h3>{topic}</h3>}
      <p className="who">
        <span className={`speaker ${speaker.side}`}>{speaker.name}</span>
        {start !== null && (
          <button className="plain" onClick={() => onSeek(start)}>
            <span className="hidden">Go to </span>
            {formatPosition(start)}
          </button>
        )}
        {detected.map((tracker) => (
          <span key={tracker} className="tag">
            {tracker}
          </span>
        ))}
      </p>
      <p>{highlight(text, matches, found && matches.indexOf(found))}</p>
    </li>
  );
}

/** Returns the names of the trackers that were detected in a passage. */
const detectedIn = ({ start, end }: Passage, trackers: readonly TrackerMarks[]) =>
  trackers
    .filter(({ at }) => at.some((each) => each >= (start ?? Infinity) && each <= (end ?? 0)))
    .map(({ name }) => name);
