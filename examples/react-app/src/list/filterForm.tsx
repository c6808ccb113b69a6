import { useLazyQuery } from '@apollo/client/react';
import { useId, type ReactNode } from 'react';
import { graphql } from '../gql';
import { go } from '../place';
import { Problems, problemsOf } from '../problems';
import { DAYS, type ListFilter } from './filter';

const HOSTS = graphql(`
  query Hosts {
    users(first: 100) {
      nodes {
        nodeId
        id
        name
      }
    }
  }
`);

export interface Host {
  readonly id: string;
  readonly name: string;
}

/**
 * The filters of the list.
 *
 * @param known hosts of the calls that are shown.
 * @param searchNote why the search does not work; undefined when it does.
 */
export function FilterForm(props: {
  filter: ListFilter;
  known: readonly Host[];
  searchNote: string | undefined;
}) {
  const { filter } = props;
  return (
    <search>
      <SearchBox key={filter.text} filter={filter} note={props.searchNote} />
      <div className="filters">
        <Field label="Time">
          {(id) => (
            <select
              id={id}
              value={filter.days}
              onChange={({ target }) => go({ days: target.value })}
            >
              {DAYS.map((days) => (
                <option key={days} value={days}>
                  Last {days} days
                </option>
              ))}
              <option value="custom">From … to …</option>
            </select>
          )}
        </Field>
        {filter.days === 'custom' &&
          (['from', 'to'] as const).map((name) => (
            <Field key={name} label={name === 'from' ? 'First day' : 'Last day'}>
              {(id) => (
                <input
                  id={id}
                  type="date"
                  value={filter[name]}
                  onChange={({ target }) => go({ [name]: target.value }, 'replace')}
                />
              )}
            </Field>
          ))}
        <HostField host={filter.host} known={props.known} />
      </div>
    </search>
  );
}

function SearchBox({ filter, note }: { filter: ListFilter; note: string | undefined }) {
  const noteId = useId();
  return (
    <form
      className="search"
      onSubmit={(event) => {
        event.preventDefault();
        const entries = new FormData(event.currentTarget);
        go({ text: String(entries.get('text')).trim(), where: String(entries.get('where')) });
      }}
    >
      <input
        type="search"
        name="text"
        aria-label="Search calls"
        aria-describedby={note ? noteId : undefined}
        placeholder="Search calls"
        defaultValue={filter.text}
      />
      <select
        name="where"
        aria-label="Search in"
        defaultValue={filter.where}
        onChange={({ target }) => {
          if (filter.text) go({ where: target.value });
        }}
      >
        <option value="title">in titles</option>
        <option value="said">in spoken words</option>
      </select>
      <button>Search</button>
      {note && (
        <p id={noteId} role="status" className="note">
          {note}
        </p>
      )}
    </form>
  );
}

/** Reads the users when the field gets the focus, and not before: the list does not need them. */
function HostField({ host, known }: { host: string; known: readonly Host[] }) {
  const [readHosts, { data, error, called }] = useLazyQuery(HOSTS);
  const read = () => {
    if (!called) void readHosts();
  };
  const users = data?.users?.nodes ?? [];
  const names = new Map(known.map(({ id, name }) => [id, name]));
  for (const { id, name } of users) if (name) names.set(id, name);
  if (host && !names.has(host)) names.set(host, 'Selected host');
  const sorted = [...names].sort(([, a], [, b]) => a.localeCompare(b));
  return (
    <>
      <Field label="Host">
        {(id) => (
          <select
            id={id}
            value={host}
            onFocus={read}
            onChange={({ target }) => go({ host: target.value })}
          >
            <option value="">Any host</option>
            {sorted.map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Problems problems={problemsOf(error)} />
    </>
  );
}

function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
