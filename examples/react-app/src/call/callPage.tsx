import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { graphql, readFragment } from '../gql';
import type { CallQuery } from '../gql/graphql';
import { go, Link, usePlace } from '../place';
import { Problems, problemsAt, problemsOf, type Problem } from '../problems';
import './call.css';
import { Header } from './header';
import { lanesOf, marksOf, topicsOf } from './lanes';
import { passageAt, passagesOf, type Passage } from './speech';
import { Summary } from './summary';
import { Timeline, TRACKED_CALL } from './timeline';
import { elementId, Transcript } from './transcript';

/** One operation with the parts of all components: at most 2 Gong requests, for the call and for the transcript. */
const CALL = graphql(`
  query Call($id: ID!) {
    call(id: $id) {
      nodeId
      id
      ...CallHeader
      ...CallSummary
      ...TrackedCall
      parties {
        ...Person
      }
      transcript {
        ...TranscriptText
      }
    }
  }
`);

/** Parts of the page that show their own problems. */
const PARTS = ['call.transcript', 'call.trackers', 'call.brief', 'call.topics'] as const;

/** A call: its timeline, and below it the words. */
export function CallPage({ id }: { id: string }) {
  const { data, error, loading } = useQuery(CALL, { variables: { id } });
  const problems = problemsOf(error);
  const call = data?.call;
  return (
    <main>
      <nav>
        <Link to={{ call: null, t: null, find: null }}>← Calls</Link>
      </nav>
      {loading && <p role="status">Loading …</p>}
      {call && <Header call={call} />}
      <Problems problems={problems.filter((each) => !problemsAt([each], ...PARTS).length)} />
      {call && <Parts call={call} problems={problems} />}
      {call === null && problems.length === 0 && (
        <p className="empty">
          There is no call with this ID, Gong is still processing it, or you are not allowed to see
          it.
        </p>
      )}
    </main>
  );
}

type Call = NonNullable<CallQuery['call']>;

function Parts({ call, problems }: { call: Call; problems: readonly Problem[] }) {
  const place = usePlace();
  const position = Number(place.get('t')) || 0;
  const { trackers, durationSeconds } = readFragment(TRACKED_CALL, call);
  const marks = marksOf(trackers);
  const passages = passagesOf(call.transcript, call.parties);
  const failures = problemsAt(problems, 'call.transcript');
  const current = place.has('t') ? passageAt(passages, position) : undefined;
  useEffect(() => {
    // The link to this page names a time.
    if (current) show(current);
    // Once: the reader sets later positions.
  }, []);
  const seek = (seconds: number) => {
    go({ t: Math.round(seconds * 1000) / 1000 }, 'replace');
    show(passageAt(passages, seconds));
  };
  return (
    <>
      <Timeline
        duration={durationSeconds || passages.at(-1)?.end || 1}
        passages={passages}
        lanes={lanesOf(passages)}
        topics={topicsOf(passages)}
        trackers={marks}
        position={position}
        onSeek={seek}
      />
      <Problems problems={problemsAt(problems, 'call.trackers')} />
      <div className="columns">
        <div>
          <Problems problems={failures} />
          {passages.length > 0 && (
            <Transcript
              passages={passages}
              trackers={marks}
              current={current}
              search={place.get('find') ?? ''}
              onSeek={seek}
            />
          )}
          {passages.length === 0 && failures.length === 0 && (
            <p className="empty">This call has no transcript, or not yet.</p>
          )}
        </div>
        <div>
          <Problems problems={problemsAt(problems, 'call.brief', 'call.topics')} />
          <Summary call={call} parties={call.parties} />
        </div>
      </div>
    </>
  );
}

const show = (passage: Passage | undefined) =>
  document.getElementById(elementId(passage))?.scrollIntoView();
