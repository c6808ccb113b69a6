import { enumOf, flag, instant, integer, list, part, text } from '../../gong/coerce.js';
import type { GongTask } from '../../gong/endpoints/tasks.js';
import { idOf, type Lenient } from '../../gong/endpoints/wire.js';
import type { components } from '../../gong/generated/types.js';
import { webUrl } from '../../gong/webUrl.js';
import type { Resolvers } from '../generated/graphql.js';
import { toTaskChange, toTaskQuery } from '../inputs/engage.js';
import { flowReference, userReference } from './references.js';

type Wire<Name extends keyof components['schemas']> = Lenient<components['schemas'][Name]>;

export type EngageTaskModel = GongTask;
export type EngageTaskPriorityModel = Wire<'Priority'>;
export type EngageTaskStepModel = Wire<'StepDto'>;
export type EngageAccountModel = Wire<'AccountDto'>;
export type EngageOpportunityModel = Wire<'OpportunityDto'>;
export type EngageContactModel = Wire<'ContactDto'>;
export type EngagePhoneNumberModel = Wire<'PersonPhoneDto'>;

const statusOf = enumOf(['OPEN', 'DONE', 'DISMISSED']);
const typeOf = enumOf(['FLOW', 'MANUAL']);
const actionOf = enumOf(['CALL']);
const crmTypeOf = enumOf(['SALESFORCE', 'HUBSPOT', 'MICROSOFT_DYNAMICS', 'GENERIC']);
const contactTypeOf = enumOf(['CONTACT', 'LEAD']);
const affiliationOf = enumOf(['US', 'THEM']);
const channelOf = enumOf(['CALLS', 'EMAILS', 'SMS_MESSAGES']);

/** Returns the values of a list as enum values, without empty ones. */
function allOf<Name>(value: unknown, one: (value: unknown) => Name | null): Name[] {
  return Array.isArray(value) ? (value as unknown[]).flatMap((each) => one(each) ?? []) : [];
}

export const taskResolvers: Pick<Resolvers, 'User' | 'Mutation' | 'EngageTask'> = {
  User: {
    tasks: async ({ id }, { filter }, { loaders }) => [
      ...(await loaders.engage.tasks(id, toTaskQuery(filter))),
    ],
  },
  Mutation: {
    updateTask: async (_parent, { input }, { mutations, loaders }) => {
      const { task, requestId } = await mutations.engage.updateTask(toTaskChange(input));
      return { task: task && loaders.policyFilter.general(task), requestId };
    },
  },
  EngageTask: {
    id: ({ id }) => idOf(id) ?? '',
    user: ({ userId }, _args, context, info) => userReference(userId, context, info),
    status: ({ status }) => statusOf(status),
    type: ({ type }) => typeOf(type),
    actions: ({ actions }) => allOf(actions, actionOf),
    title: ({ title }) => text(title),
    priority: ({ priority }) => part(priority),
    dueAt: ({ dueDate }) => instant(dueDate),
    createdAt: ({ created }) => instant(created),
    updatedAt: ({ updated }) => instant(updated),
    flow: ({ flow }, _args, context, info) =>
      flowReference(flow?.id, text(flow?.name), context, info),
    step: ({ flow }) => part(flow?.step),
    account: ({ account }) => part(account),
    opportunity: ({ opportunity }) => part(opportunity),
    contact: ({ contact }) => part(contact),
    additionalContacts: ({ additionalContacts }) => [...list(additionalContacts)],
    crmType: ({ crmType }) => crmTypeOf(crmType),
  },
};

export const taskPartResolvers: Pick<
  Resolvers,
  | 'EngageTaskPriority'
  | 'EngageTaskStep'
  | 'EngageAccount'
  | 'EngageOpportunity'
  | 'EngageContact'
  | 'EngagePhoneNumber'
> = {
  EngageTaskPriority: {
    id: ({ id }) => idOf(id),
    name: ({ name }) => text(name),
    weight: ({ weight }) => integer(weight),
  },
  EngageTaskStep: {
    id: ({ id }) => idOf(id),
    name: ({ name }) => text(name),
    number: ({ stepNumber }) => integer(stepNumber),
  },
  EngageAccount: {
    crmId: ({ crmId }) => idOf(crmId),
    name: ({ name }) => text(name),
    url: ({ crmUrl }) => webUrl(crmUrl) ?? null,
  },
  EngageOpportunity: {
    crmId: ({ crmId }) => idOf(crmId),
    name: ({ name }) => text(name),
    url: ({ crmUrl }) => webUrl(crmUrl) ?? null,
    status: ({ status }) => text(status),
    stage: ({ stage }) => text(stage),
    amount: ({ amount }) => text(amount),
    probability: ({ probability }) => text(probability),
    closeDate: ({ closeDate }) => text(closeDate),
  },
  EngageContact: {
    crmId: ({ crmId }) => idOf(crmId),
    type: ({ type }) => contactTypeOf(type),
    firstName: ({ data }) => text(data?.firstName),
    lastName: ({ data }) => text(data?.lastName),
    title: ({ data }) => text(data?.title),
    companyName: ({ data }) => text(data?.companyName),
    affiliation: ({ data }) => affiliationOf(data?.affiliation),
    emailAddresses: ({ data }) => list(data?.emails).flatMap(({ email }) => text(email) ?? []),
    phoneNumbers: ({ data }) => [...list(data?.phoneNumbers)],
    url: ({ data }) => webUrl(data?.crmUrl) ?? null,
    linkedInUrl: ({ data }) => webUrl(data?.linkedinProfile) ?? null,
    city: ({ data }) => text(data?.city),
    state: ({ data }) => text(data?.state),
    zipCode: ({ data }) => text(data?.zipcode),
    country: ({ data }) => text(data?.country),
    timeZone: ({ data }) => text(data?.timezone),
    optOutChannels: ({ data }) => allOf(data?.optOutChannels, channelOf),
  },
  EngagePhoneNumber: {
    raw: ({ raw }) => text(raw),
    normalized: ({ normalized }) => text(normalized),
    extension: ({ extension }) => text(extension),
    countryCode: ({ countryCode }) => integer(countryCode),
    label: ({ label }) => text(label),
    isVerified: ({ isVerified }) => flag(isVerified),
  },
};
