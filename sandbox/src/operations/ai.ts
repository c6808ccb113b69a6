import { briefsOf } from '../company/briefs.js';
import type { Call } from '../company/types.js';
import { badRequest, notFound } from '../errors.js';
import { toMicros } from '../instants.js';
import type { JsonObject } from '../json.js';
import { ok, type Handler } from './types.js';

const DAY_MS = 86_400_000;
const MAX_CALLS = 60;

/** Days back from now, or from the last activity; any other period is all there is. */
const PERIOD_DAYS: Readonly<Record<string, number>> = {
  LAST_7DAYS: 7,
  LAST_30DAYS: 30,
  LAST_90DAYS: 90,
  LAST_90_DAYS_SINCE_LAST_ACTIVITY: 90,
  LAST_YEAR: 365,
  LAST_YEAR_SINCE_LAST_ACTIVITY: 365,
  THIS_WEEK: 7,
  THIS_MONTH: 31,
  THIS_QUARTER: 92,
  THIS_YEAR: 366,
};

/** `GET /v2/entities/ask-entity`: what the newest calls of the record were about. */
export const askEntity: Handler = (request) => {
  const calls = callsOf(request);
  const cited = calls.slice(0, 3);
  const answer =
    cited.length === 0
      ? []
      : [
          {
            answerItems: [
              `You asked: ${String(request.query['question'])}`,
              ...cited.map(
                ({ metaData }) => `The record was discussed in "${metaData.title ?? 'a call'}".`,
              ),
            ],
            callFindings: cited.map(findingOf),
            emailFindings: [{ emails: [emailAfter(cited[0] as Call)] }],
          },
        ];
  return ok({ numOfCallsSearched: calls.length, numOfEmailsSearched: calls.length, answer });
};

/** `GET /v2/entities/get-brief`: a section of each type. */
export const generateBrief: Handler = (request) => {
  const { company, query } = request;
  const isPublished = briefsOf(company).some(
    ({ briefName, workspaceId, status }) =>
      briefName === query['briefName'] &&
      workspaceId === workspaceOf(query) &&
      status === 'Published',
  );
  if (!isPublished) throw notFound('No published brief was found with the given name');
  const calls = callsOf(request);
  const cited = calls.slice(0, 3);
  const briefSections = [
    {
      title: 'Conversations',
      briefSectionType: 'Conversations',
      sectionSummary: cited.map(({ content }) => content?.brief ?? 'Nothing was decided.'),
      conversationFindings: {
        callFindings: cited.map(findingOf),
        emailFindings: cited.slice(0, 1).map((call) => ({ emails: [emailAfter(call)] })),
      },
    },
    {
      title: 'In the news',
      briefSectionType: 'Web',
      sectionSummary: ['The company announced a new product.'],
      webFindings: [
        {
          domain: 'news.example.com',
          title: 'A new product',
          url: 'https://news.example.com/new-product',
        },
      ],
    },
    { briefSectionType: 'CrmOrGongData', sectionSummary: ['The next step is a proposal.'] },
    {
      title: 'Support tickets',
      briefSectionType: 'McpConnection',
      sectionSummary: [],
      mcpResult: {
        connections: [{ name: 'Tickets', status: 'AUTH_REQUIRED' }],
        servers: ['tickets'],
        mcpStatus: 'FAILURE',
        errorMessage: 'Sign in to Tickets again.',
      },
    },
  ];
  return ok({ numOfCallsSearched: calls.length, numOfEmailsSearched: calls.length, briefSections });
};

/** Calls of the record within the period, newest first. */
const callsOf = ({
  company,
  query,
  now,
}: Pick<Parameters<Handler>[0], 'company' | 'query' | 'now'>): readonly Call[] => {
  const workspaceId = workspaceOf(query);
  if (!company.workspaces.some(({ id }) => id === workspaceId)) {
    throw notFound('The given workspace was not found');
  }
  const [from, to] = boundsOf(query, now);
  return company.calls
    .filter(
      (call) =>
        call.metaData.workspaceId === workspaceId &&
        toMicros(call.metaData.started) >= from * 1000 &&
        toMicros(call.metaData.started) < to * 1000 &&
        isAbout(call, String(query['crmEntityId'])),
    )
    .sort((a, b) => toMicros(b.metaData.started) - toMicros(a.metaData.started))
    .slice(0, MAX_CALLS);
};

const workspaceOf = (query: JsonObject): string => query['workspaceId'] as string;

const boundsOf = (query: JsonObject, now: number): readonly [from: number, to: number] => {
  const { timePeriod, fromDateTime, toDateTime } = query as Record<string, string | undefined>;
  if (timePeriod !== 'CUSTOM_RANGE') {
    const days = PERIOD_DAYS[timePeriod ?? ''];
    return [days === undefined ? 0 : now - days * DAY_MS, now];
  }
  if (fromDateTime === undefined) throw badRequest('fromDateTime: must not be null');
  return [Date.parse(fromDateTime), toDateTime === undefined ? now : Date.parse(toDateTime)];
};

const isAbout = ({ context, parties }: Call, id: string): boolean =>
  [...(context ?? []), ...(parties ?? []).flatMap(({ context: own }) => own ?? [])].some(
    ({ objects }) => objects.some(({ objectId }) => objectId === id),
  );

const findingOf = ({ metaData: { id, title, started, url } }: Call) => ({
  call: { id, title, started, url },
});

const emailAfter = ({ metaData }: Call) => ({
  id: `e${metaData.id}`,
  title: `Re: ${metaData.title ?? 'our call'}`,
  sentDateTime: metaData.started,
});
