import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { count } from '../format';
import { graphql } from '../gql';
import { Heading } from '../heading';
import { usePlace } from '../place';
import { Problems, problemsOf } from '../problems';
import { CallList, hostsOf } from './callList';
import { filterOf, searchFilterOf, windowOf, type ListFilter } from './filter';
import { FilterForm } from './filterForm';
import { More, type PageInfo, type ReadAfter } from './more';
import './list.css';
import { PassageList } from './passageList';

const CALLS = graphql(`
  query Calls($filter: CallFilter, $after: String) {
    calls(first: 20, order: NEWEST_FIRST, filter: $filter, after: $after) {
      nodes {
        nodeId
        ...CallRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const SEARCH_TITLES = graphql(`
  query SearchTitles($filter: CallSearchFilter!, $after: String) {
    searchCalls(first: 20, filter: $filter, after: $after) {
      totalCount
      isComplete
      nodes {
        nodeId
        ...CallRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const SEARCH_SPOKEN_WORDS = graphql(`
  query SearchSpokenWords($text: String!, $filter: CallSearchFilter, $after: String) {
    searchTranscripts(text: $text, first: 20, filter: $filter, after: $after) {
      totalCount
      isComplete
      nodes {
        ...FoundPassage
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The list of calls: live from Gong, or what the replica found. */
export function CallsPage() {
  const filter = filterOf(usePlace());
  const titles = useTitles(filter);
  const words = useSpokenWords(filter);
  const isOff = [...problemsOf(titles.error), ...problemsOf(words.error)].some(
    ({ code }) => code === 'REPLICA_OFF',
  );
  const live = useLiveCalls(filter, filter.text !== '' && !isOff);

  const calls = live.data?.calls ?? titles.data?.searchCalls;
  const shown = filter.text === '' || isOff ? live : filter.where === 'said' ? words : titles;
  return (
    <main>
      <Heading text="Calls" />
      <FilterForm
        filter={filter}
        known={hostsOf(calls?.nodes ?? [])}
        searchNote={isOff ? REPLICA_OFF : undefined}
      />
      <Problems problems={problemsOf(shown.error)} />
      {shown.loading && !shown.data && <p role="status">Loading …</p>}
      {shown === live && (
        <Results
          list={live.data?.calls}
          readAfter={(after) => live.fetchMore({ variables: { after } })}
        >
          {({ nodes }) =>
            nodes.length === 0 ? (
              <p className="empty">No call matches these filters.</p>
            ) : (
              <CallList calls={nodes} />
            )
          }
        </Results>
      )}
      {shown === titles && (
        <Results
          list={titles.data?.searchCalls}
          readAfter={(after) => titles.fetchMore({ variables: { after } })}
        >
          {(list) => (
            <>
              <Found {...list} noun="call" />
              <CallList calls={list.nodes} />
            </>
          )}
        </Results>
      )}
      {shown === words && (
        <Results
          list={words.data?.searchTranscripts}
          readAfter={(after) => words.fetchMore({ variables: { after } })}
        >
          {(list) => (
            <>
              <Found {...list} noun="passage" />
              <PassageList passages={list.nodes} />
            </>
          )}
        </Results>
      )}
    </main>
  );
}

const REPLICA_OFF =
  'This gateway keeps no copy of the calls, so it cannot search them. An operator can turn the replica on. ' +
  'The list shows the calls that match the other filters.';

function useLiveCalls(filter: ListFilter, skip: boolean) {
  const { host } = filter;
  const variables = { filter: { ...windowOf(filter), ...(host && { primaryUserIds: [host] }) } };
  return useQuery(CALLS, { variables, skip });
}

function useTitles(filter: ListFilter) {
  const { text, where } = filter;
  const variables = { filter: { ...searchFilterOf(filter), title: text } };
  return useQuery(SEARCH_TITLES, { variables, skip: text === '' || where !== 'title' });
}

function useSpokenWords(filter: ListFilter) {
  const { text, where } = filter;
  const variables = { text, filter: searchFilterOf(filter) };
  return useQuery(SEARCH_SPOKEN_WORDS, { variables, skip: text === '' || where !== 'said' });
}

/** Shows a list as soon as it has arrived, and a button for its next page. */
function Results<List extends { readonly pageInfo: PageInfo }>(props: {
  list: List | null | undefined;
  readAfter: ReadAfter;
  children: (list: List) => ReactNode;
}) {
  const { list, readAfter, children } = props;
  if (!list) return null;
  return (
    <>
      {children(list)}
      <More pageInfo={list.pageInfo} readAfter={readAfter} />
    </>
  );
}

/** Shows how much a search found, and whether it may find more later. */
function Found(props: { totalCount: number | null; isComplete: boolean; noun: string }) {
  const { totalCount, isComplete, noun } = props;
  return (
    <>
      {totalCount === 0 && (
        <p className="empty">No {noun} matches. Choose a longer time, or fewer words.</p>
      )}
      {totalCount !== 0 && totalCount !== null && <p role="status">{count(totalCount, noun)}</p>}
      {!isComplete && (
        <p className="note">The gateway is still copying the calls. Later, it may find more.</p>
      )}
    </>
  );
}
