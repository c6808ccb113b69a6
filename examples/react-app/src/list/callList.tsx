import { formatDay, formatLength, formatTime } from '../format';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { CallRowFragment } from '../gql/graphql';
import { nameOf, peopleOf } from '../person';
import { Link } from '../place';
import type { Host } from './filterForm';

export const CALL_ROW = graphql(`
  fragment CallRow on Call {
    nodeId
    id
    title
    startedAt
    durationSeconds
    primaryUser {
      nodeId
      id
    }
    parties {
      ...Person
    }
  }
`);

type Row = FragmentType<typeof CALL_ROW>;

/** The calls by the day on which they started. */
export function CallList({ calls }: { calls: readonly Row[] }) {
  const days = Map.groupBy(readFragment(CALL_ROW, calls), ({ startedAt }) =>
    startedAt ? formatDay(startedAt) : 'Unknown day',
  );
  return [...days].map(([day, ofDay]) => (
    <section key={day} className="day" aria-label={day}>
      <h2>{day}</h2>
      <ul className="calls">
        {ofDay.map((call) => (
          <li key={call.nodeId} data-node-id={call.nodeId}>
            {call.startedAt && <time dateTime={call.startedAt}>{formatTime(call.startedAt)}</time>}
            <Link to={{ call: call.id }}>{call.title ?? 'Untitled call'}</Link>
            <p>{describePeople(call)}</p>
            {call.durationSeconds !== null && (
              <span className="length">{formatLength(call.durationSeconds)}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  ));
}

/** The hosts of these calls. Their names come with the parties, so that no user is read. */
export function hostsOf(calls: readonly Row[]): readonly Host[] {
  return readFragment(CALL_ROW, calls).flatMap((call) => {
    const host = hostOf(call);
    return host?.user ? [{ id: host.user.id, name: nameOf(host) }] : [];
  });
}

const hostOf = ({ primaryUser, parties }: CallRowFragment) =>
  peopleOf(parties).find(({ user }) => user !== null && user.id === primaryUser?.id);

function describePeople(call: CallRowFragment): string {
  const host = hostOf(call);
  const guests = peopleOf(call.parties)
    .filter(({ affiliation }) => affiliation === 'EXTERNAL')
    .map(nameOf);
  const hostName = host ? nameOf(host) : 'Unknown host';
  return guests.length === 0 ? hostName : `${hostName} with ${listed.format(guests)}`;
}

const listed = new Intl.ListFormat('en');
