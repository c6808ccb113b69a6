import { formatDay, formatPosition } from '../format';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { FoundPassageFragment } from '../gql/graphql';
import { highlight } from '../highlight';
import { nameOf, PERSON } from '../person';
import { Link } from '../place';
import { excerptOf } from './excerpt';

export const PASSAGE = graphql(`
  fragment FoundPassage on Passage {
    callId
    startSeconds
    text
    matches {
      start
      end
    }
    speaker {
      ...Person
    }
    call {
      nodeId
      id
      title
      startedAt
    }
  }
`);

type Found = FragmentType<typeof PASSAGE>;

/** The passages by call, with the words that matched. */
export function PassageList({ passages }: { passages: readonly Found[] }) {
  const calls = Map.groupBy(readFragment(PASSAGE, passages), ({ callId }) => callId);
  return (
    <ul className="passages">
      {[...calls].map(([callId, found]) => {
        const call = found[0]?.call;
        return (
          <li key={callId}>
            <h2>
              <Link to={{ call: callId }}>{call?.title ?? 'Untitled call'}</Link>
              {call?.startedAt && (
                <time dateTime={call.startedAt}>{formatDay(call.startedAt)}</time>
              )}
            </h2>
            {found.map((passage, index) => (
              <Excerpt key={index} passage={passage} />
            ))}
          </li>
        );
      })}
    </ul>
  );
}

function Excerpt({ passage }: { passage: FoundPassageFragment }) {
  const { callId, matches, startSeconds, text } = passage;
  const speaker = readFragment(PERSON, passage.speaker);
  const excerpt = excerptOf(text, matches[0]?.start ?? 0);
  const spans = matches.map(({ start, end }) => ({
    start: start - excerpt.from,
    end: end - excerpt.from,
  }));
  return (
    <blockquote>
      <p>
        {speaker ? nameOf(speaker) : 'Unknown speaker'}
        {startSeconds !== null && (
          <>
            {' at '}
            <Link to={{ call: callId, t: startSeconds }}>{formatPosition(startSeconds)}</Link>
          </>
        )}
      </p>
      {excerpt.from > 0 && '… '}
      {highlight(excerpt.text, spans)}
      {excerpt.from + excerpt.text.length < text.length && ' …'}
    </blockquote>
  );
}
