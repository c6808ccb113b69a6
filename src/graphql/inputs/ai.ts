import type { AskQuery, BriefQuery } from '../../gong/endpoints/ai.js';
import type { AiTimePeriod, AskGongInput, GenerateEntityBriefInput } from '../generated/graphql.js';
import { omitNullish } from './omitNullish.js';

const renamed: Partial<Record<AiTimePeriod, AskQuery['timePeriod']>> = {
  LAST_7_DAYS: 'LAST_7DAYS',
  LAST_30_DAYS: 'LAST_30DAYS',
  LAST_90_DAYS: 'LAST_90DAYS',
};

function toPeriod({ timePeriod, from, to }: AskGongInput | GenerateEntityBriefInput) {
  return {
    timePeriod: renamed[timePeriod] ?? (timePeriod as AskQuery['timePeriod']),
    ...omitNullish({ fromDateTime: from, toDateTime: to }),
  };
}

/** Converts a question to Gong's AI to Gong's query. */
export function toAskQuery(input: AskGongInput): AskQuery {
  const { question, workspaceId, crmEntityType, crmEntityId } = input;
  return { question, workspaceId, crmEntityType, crmEntityId, ...toPeriod(input) };
}

/** Converts a request for a brief to Gong's query. */
export function toBriefQuery(input: GenerateEntityBriefInput): BriefQuery {
  const { briefName, workspaceId, crmEntityType, crmEntityId } = input;
  return { briefName, workspaceId, crmEntityType, crmEntityId, ...toPeriod(input) };
}
