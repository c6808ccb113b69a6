import { formatDay, formatLength, formatTime } from '../format';
import { graphql, readFragment, type FragmentType } from '../gql';
import { Heading } from '../heading';
import { nameOf, peopleOf } from '../person';

export const HEADER = graphql(`
  fragment CallHeader on Call {
    title
    url
    startedAt
    durationSeconds
    system
    parties {
      ...Person
    }
  }
`);

/** The call's title, and when and by whom it was held. */
export function Header(props: { call: FragmentType<typeof HEADER> }) {
  const { title, url, startedAt, durationSeconds, system, parties } = readFragment(
    HEADER,
    props.call,
  );
  const facts = [
    startedAt && `${formatDay(startedAt)}, ${formatTime(startedAt)}`,
    durationSeconds !== null && formatLength(durationSeconds),
    system,
    peopleOf(parties)
      .filter(({ affiliation }) => affiliation === 'EXTERNAL')
      .map(nameOf)
      .join(', '),
  ];
  return (
    <header>
      <Heading text={title ?? 'Untitled call'} />
      <p>
        {facts.filter(Boolean).join(' · ')}
        {url && (
          <>
            {' · '}
            <a href={url}>Open in Gong</a>
          </>
        )}
      </p>
    </header>
  );
}
