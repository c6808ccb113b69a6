import { useQuery } from '@apollo/client/react';
import { count } from '../format';
import { graphql } from '../gql';
import { Heading } from '../heading';
import { usePlace } from '../place';
import { Problems, problemsOf } from '../problems';
import { CallList, hostsOf } from './callList';
import { filterOf, windowOf, type ListFilter } from './filter';
import { FilterForm } from './filterForm';
import { More } from './more';
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
      {shown === live && <Live {...live} />}
      {shown === titles && <Titles {...titles} />}
      {shown === words && <Words {...words} />}
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
  const { host, text, where } = filter;
  const hosts = host ? { hostIds: [host] } : {};
  const variables = { filter: { ...windowOf(filter), ...hosts, title: text } };
  return useQuery(SEARCH_TITLES, { variables, skip: text === '' || where !== 'title' });
}

function useSpokenWords(filter: ListFilter) {
  const { host, text, where } = filter;
  const hosts = host ? { hostIds: [host] } : {};
  const variables = { text, filter: { ...windowOf(filter), ...hosts } };
  return useQuery(SEARCH_SPOKEN_WORDS, { variables, skip: text === '' || where !== 'said' });
}

function Live({ data, fetchMore }: ReturnType<typeof useLiveCalls>) {
  const { nodes, pageInfo } = data?.calls ?? {};
  return (
    <>
      {nodes?.length === 0 && <p className="empty">No call matches these filters.</p>}
      <CallList calls={nodes ?? []} />
      <More pageInfo={pageInfo} readAfter={(after) => fetchMore({ variables: { after } })} />
    </>
  );
}

function Titles({ data, fetchMore }: ReturnType<typeof useTitles>) {
  const { nodes, pageInfo } = data?.searchCalls ?? {};
  return (
    <>
      <Found of={data?.searchCalls} noun="call" />
      <CallList calls={nodes ?? []} />
      <More pageInfo={pageInfo} readAfter={(after) => fetchMore({ variables: { after } })} />
    </>
  );
}

function Words({ data, fetchMore }: ReturnType<typeof useSpokenWords>) {
  const { nodes, pageInfo } = data?.searchTranscripts ?? {};
  return (
    <>
      <Found of={data?.searchTranscripts} noun="passage" />
      <PassageList passages={nodes ?? []} />
      <More pageInfo={pageInfo} readAfter={(after) => fetchMore({ variables: { after } })} />
    </>
  );
}

interface Result {
  readonly totalCount: number | null;
  readonly isComplete: boolean;
}

/** How much a search found, and whether more may follow. */
function Found({ of: result, noun }: { of: Result | null | undefined; noun: string }) {
  if (!result) return null;
  const { totalCount, isComplete } = result;
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
