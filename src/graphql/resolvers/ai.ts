import { dateTime, enumOf, integer, list, part, text, texts } from '../../gong/coerce.js';
import {
  askEntity,
  generateBrief,
  type GongAiAnswer,
  type GongBrief,
} from '../../gong/endpoints/ai.js';
import type { components } from '../../gong/generated/types.js';
import { webUrl } from '../../gong/webUrl.js';
import type { Lenient } from '../../gong/endpoints/wire.js';
import type { Resolvers } from '../generated/graphql.js';
import { toAskQuery, toBriefQuery } from '../inputs/ai.js';
import { callReference } from './references.js';

type Wire<Name extends keyof components['schemas']> = Lenient<components['schemas'][Name]>;

export type AskGongPayloadModel = GongAiAnswer;
export type AiAnswerModel = Wire<'AnswerSectionDto'>;
export type AiCallFindingModel = Wire<'EntityCallFindingDto'> | Wire<'BriefCallFindingDto'>;
export type AiEmailModel = Wire<'EmailInfoDto'>;
export type EntityBriefPayloadModel = GongBrief;
export type EntityBriefSectionModel = Wire<'BriefSectionDto'>;
export type EntityBriefWebPageModel = Wire<'WebFindingDto'>;
export type EntityBriefMcpResultModel = Wire<'McpResultDto'>;
export type EntityBriefMcpSourceModel = Wire<'ConnectionResultDto'>;

type AiTypes =
  | 'Mutation'
  | 'AskGongPayload'
  | 'AiAnswer'
  | 'AiCallFinding'
  | 'AiEmail'
  | 'EntityBriefPayload'
  | 'EntityBriefSection'
  | 'EntityBriefWebPage'
  | 'EntityBriefMcpResult'
  | 'EntityBriefMcpSource';

const sectionTypeOf = enumOf(['CONVERSATIONS', 'WEB', 'CRM_OR_GONG_DATA', 'MCP_CONNECTION']);
const mcpStatusOf = enumOf(['SUCCESS', 'FAILURE', 'CONNECTION_ERROR']);

const paragraphs = (value: unknown): string => texts(value).join('\n\n');

/** Gong groups emails by finding, and sends nothing else about the findings. */
const emailsOf = (findings: AiAnswerModel['emailFindings']): readonly AiEmailModel[] =>
  list(findings).flatMap(({ emails }) => list(emails));

const read = {
  callsSearched: ({ numOfCallsSearched }: GongAiAnswer | GongBrief) => integer(numOfCallsSearched),
  emailsSearched: ({ numOfEmailsSearched }: GongAiAnswer | GongBrief) =>
    integer(numOfEmailsSearched),
  requestId: ({ requestId }: GongAiAnswer | GongBrief) => text(requestId),
};

export const aiResolvers: Pick<Resolvers, AiTypes> = {
  Mutation: {
    askGong: async (_parent, { input }, { mutations, loaders }) =>
      loaders.policyFilter.general(await mutations.send(askEntity, toAskQuery(input))),
    generateEntityBrief: async (_parent, { input }, { mutations, loaders }) =>
      loaders.policyFilter.general(await mutations.send(generateBrief, toBriefQuery(input))),
  },
  AskGongPayload: {
    ...read,
    answers: ({ answer }) => list(answer),
  },
  AiAnswer: {
    text: ({ answerItems }) => paragraphs(answerItems),
    calls: ({ callFindings }) => list(callFindings),
    emails: ({ emailFindings }) => emailsOf(emailFindings),
  },
  AiCallFinding: {
    call: ({ call }, _args, context, info) =>
      callReference(call?.id, text(call?.title), context, info),
  },
  AiEmail: {
    id: ({ id }) => text(id),
    subject: ({ title }) => text(title),
    sentAt: ({ sentDateTime }) => dateTime(sentDateTime),
  },
  EntityBriefPayload: {
    ...read,
    sections: ({ briefSections }) => list(briefSections),
  },
  EntityBriefSection: {
    title: ({ title }) => text(title),
    type: ({ briefSectionType }) => sectionTypeOf(briefSectionType) ?? 'UNKNOWN',
    text: ({ sectionSummary }) => paragraphs(sectionSummary),
    calls: ({ conversationFindings }) => list(conversationFindings?.callFindings),
    emails: ({ conversationFindings }) => emailsOf(conversationFindings?.emailFindings),
    pages: ({ webFindings }) => list(webFindings),
    mcp: ({ mcpResult }) => part(mcpResult),
  },
  EntityBriefWebPage: {
    domain: ({ domain }) => text(domain),
    title: ({ title }) => text(title),
    url: ({ url }) => webUrl(url) ?? null,
  },
  EntityBriefMcpResult: {
    status: ({ mcpStatus }) => mcpStatusOf(mcpStatus) ?? 'UNKNOWN',
    errorMessage: ({ errorMessage }) => text(errorMessage),
    servers: ({ servers }) => texts(servers),
    connections: ({ connections }) => list(connections),
  },
  EntityBriefMcpSource: {
    name: ({ name }) => text(name),
    status: ({ status }) => text(status),
  },
};
