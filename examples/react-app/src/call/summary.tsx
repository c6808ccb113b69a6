import { formatLength } from '../format';
import { graphql, readFragment, type FragmentType } from '../gql';
import { nameOf, peopleOf, type Parties } from '../person';

export const SUMMARY = graphql(`
  fragment CallSummary on Call {
    brief
    topics {
      name
      durationSeconds
    }
  }
`);

/** What Gong's analysis says of the call, and who took part without speaking. */
export function Summary(props: { call: FragmentType<typeof SUMMARY>; parties: Parties }) {
  const { brief, topics } = readFragment(SUMMARY, props.call);
  const silent = peopleOf(props.parties).filter(({ speakerId }) => speakerId === null);
  const longest = Math.max(1, ...(topics ?? []).map(({ durationSeconds }) => durationSeconds ?? 0));
  return (
    <aside aria-label="Summary">
      {brief && (
        <>
          <h2>Summary</h2>
          <p>{brief}</p>
        </>
      )}
      {topics && topics.length > 0 && (
        <>
          <h2>Time by topic</h2>
          <ul className="topics">
            {topics.map(({ name, durationSeconds }) => (
              <li key={name}>
                <span>{name}</span>
                <span className="length">{formatLength(durationSeconds ?? 0)}</span>
                <svg width="100%" height="4" aria-hidden="true">
                  <rect width={`${(100 * (durationSeconds ?? 0)) / longest}%`} height="4" rx="2" />
                </svg>
              </li>
            ))}
          </ul>
        </>
      )}
      {silent.length > 0 && (
        <>
          <h2>Did not speak</h2>
          <ul className="silent">
            {silent.map((person) => (
              <li key={person.partyId}>{nameOf(person)}</li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}
