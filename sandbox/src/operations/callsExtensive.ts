import type { Call, CallContent, CrmObject, CrmTiming, TrackerHit } from '../company/types.js';
import { requireScopes } from '../credentials.js';
import { badRequest } from '../errors.js';
import { isObject, type JsonObject } from '../json.js';
import { findCalls, isAnalyzed, isAvailable, startedTime, type CallFilter } from './callFilter.js';
import { mediaLinks } from './media.js';
import { ok, type Handler, type OperationRequest } from './types.js';

type Toggles<Name extends string> = Partial<Record<Name, boolean>>;

interface ContentSelector {
  context?: 'None' | 'Basic' | 'Extended';
  contextTiming?: readonly CrmTiming[];
  exposedFields?: {
    parties?: boolean;
    media?: boolean;
    content?: Toggles<keyof CallContent | 'trackerOccurrences' | 'pointsOfInterest'>;
    interaction?: Toggles<'speakers' | 'video' | 'personInteractionStats' | 'questions'>;
    collaboration?: Toggles<'publicComments'>;
  };
}

/** Links need a scope on top of that of the operation. */
const MEDIA_SCOPE = 'api:calls:read:media-url';

/** `POST /v2/calls/extensive`: each call with the blocks that were selected and exist. */
export const listCallsExtensive: Handler = (request) => {
  const { company, body, now, credential, paginate } = request;
  const selector = (body['contentSelector'] ?? {}) as ContentSelector;
  if (selector.contextTiming !== undefined && selector.context !== 'Extended') {
    throw badRequest('contentSelector.contextTiming: is allowed only with context Extended');
  }
  if (selector.exposedFields?.media) requireScopes(credential, [MEDIA_SCOPE]);
  const filter = body['filter'] as CallFilter;
  const isVisible = (call: Call) => isAvailable(call, now);
  const { found, total } = findCalls(company.calls, filter, startedTime, isVisible, 'filter.');
  const { items, records } = paginate(found, total);
  return ok({ records, calls: items.map((call) => detailed(call, selector, request)) });
};

const detailed = (
  call: Call,
  selector: ContentSelector,
  { now, requestId }: OperationRequest,
): JsonObject => {
  const { exposedFields = {} } = selector;
  const analyzed = isAnalyzed(call, now);
  const answer: JsonObject = { metaData: call.metaData };
  const crm = crmView(selector);
  if (crm && call.context !== undefined) {
    answer['context'] = call.context && call.context.map((context) => withObjects(context, crm));
  }
  if (exposedFields.parties && call.parties !== undefined) {
    answer['parties'] =
      call.parties &&
      call.parties.map(({ context, ...party }) =>
        crm && context !== undefined
          ? { ...party, context: context && context.map((links) => withObjects(links, crm)) }
          : party,
      );
  }
  if (analyzed) {
    addBlock(answer, 'content', contentOf(call, exposedFields.content));
    addBlock(answer, 'interaction', interactionOf(call, exposedFields.interaction));
  }
  if (exposedFields.collaboration?.publicComments) {
    // Selected but without comments, the block comes as an empty object.
    addBlock(
      answer,
      'collaboration',
      call.collaboration === null ? null : { ...call.collaboration },
    );
  }
  if (exposedFields.media && call.hasMedia !== false) {
    answer['media'] = mediaLinks(call, now, requestId);
  }
  return answer;
};

const addBlock = (answer: JsonObject, name: string, block: JsonObject | null | undefined): void => {
  if (block !== undefined) answer[name] = block;
};

const contentOf = (
  call: Call,
  toggles: NonNullable<ContentSelector['exposedFields']>['content'] = {},
): JsonObject | null | undefined => {
  const { trackerOccurrences, ...rest } = toggles;
  const wanted = Object.entries(rest).filter(([, isOn]) => isOn);
  if (wanted.length === 0) return undefined;
  const { content } = call;
  if (content === null || content === undefined) return content;
  const chosen = pick(
    content,
    wanted.map(([name]) => name),
  );
  if (content.trackers && rest.trackers) {
    chosen['trackers'] = trackerOccurrences ? content.trackers : content.trackers.map(withoutTimes);
  }
  return chosen;
};

/** Without `trackerOccurrences` there are counts only. */
const withoutTimes = ({ phrases, ...tracker }: TrackerHit): JsonObject => {
  const bare = pick(tracker, ['id', 'name', 'count', 'type']);
  if (phrases) bare['phrases'] = phrases.map(({ count, phrase }) => ({ count, phrase }));
  return bare;
};

const interactionOf = (
  { interaction }: Call,
  toggles: NonNullable<ContentSelector['exposedFields']>['interaction'] = {},
): JsonObject | null | undefined => {
  const wanted = Object.entries(toggles)
    .filter(([, isOn]) => isOn)
    // The one toggle that is not called like the block it fills.
    .map(([name]) => (name === 'personInteractionStats' ? 'interactionStats' : name));
  if (wanted.length === 0) return undefined;
  return interaction && pick(interaction, wanted);
};

const pick = (source: object, names: readonly string[]): JsonObject =>
  Object.fromEntries(
    Object.entries(source).filter(([name, value]) => names.includes(name) && value !== undefined),
  );

interface CrmView {
  timings: readonly CrmTiming[];
  withFields: boolean;
}

const crmView = ({ context, contextTiming }: ContentSelector): CrmView | undefined => {
  if (context === 'Extended') return { timings: contextTiming ?? ['Now'], withFields: true };
  return context === 'Basic' ? { timings: ['Now'], withFields: false } : undefined;
};

const withObjects = (
  { system, objects }: { system: string; objects: readonly CrmObject<string>[] },
  { timings, withFields }: CrmView,
): JsonObject => ({
  system,
  objects: objects
    .filter(({ timing }) => timings.includes(timing ?? 'Now'))
    .map((object) => {
      if (withFields) return object;
      const { objectType, objectId } = object;
      return { objectType, objectId };
    })
    .filter(isObject),
});
