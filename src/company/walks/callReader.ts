import {
  listCalls,
  listCallsExtensive,
  type CallQuery,
  type CallRecord,
  type CallRefusal,
} from '../../gong/endpoints/calls.js';
import { GongError } from '../../gong/errors.js';
import { isBasic, type CallSelection } from '../../gong/endpoints/callSelection.js';
import type { Reader } from '../reader.js';
import type { Page } from '../../gong/endpoints/wire.js';
import { obtainable, refusalOf } from '../callSource.js';
import type { PageReader } from '../records.js';
import type { CallReader } from './oldestFirst.js';
import { tolerateRejectedIds } from './rejectedIds.js';
import { EXTENSIVE_SCOPE, MEDIA_SCOPE, type MissingScopes } from '../missingScopes.js';

/** `GET /v2/calls` insists on both bounds; these leave nothing out and never change under a cursor. */
const BEFORE_ALL_CALLS = '2000-01-01T00:00:00Z';
const AFTER_ALL_CALLS = '2100-01-01T00:00:00Z';

/** A page is refused once for each scope that is missing, and once more for what others wanted of it. */
const MOST_ATTEMPTS = 4;

/**
 * Reads pages of calls with what the credential allows: `POST /v2/calls/extensive`, also for basic
 * fields alone, so that a filter means the same calls whatever is selected. Where the scope for it is
 * missing, `GET /v2/calls` serves the basic fields of lists that it can filter.
 */
export function createCallReader(
  pages: PageReader,
  denied: MissingScopes,
  selection: CallSelection,
  reader: Reader,
  /** The walk began by scheduled times and has to go on so. */
  byScheduledTime: boolean,
): CallReader {
  const readsBasic = (): boolean => byScheduledTime || denied.denial(EXTENSIVE_SCOPE) !== undefined;

  const readAllowed = (query: CallQuery, cursor: string | null): Promise<Page<CallRecord>> => {
    if (!readsBasic()) {
      return pages.page(listCallsExtensive, query, cursor, reader, obtainable(selection, denied));
    }
    const denial = denied.denial(EXTENSIVE_SCOPE);
    if (
      denial !== undefined &&
      (query.callIds !== undefined || query.primaryUserIds !== undefined)
    ) {
      return Promise.reject(denial);
    }
    const window = { from: query.from ?? BEFORE_ALL_CALLS, to: query.to ?? AFTER_ALL_CALLS };
    const basic = { ...window, workspaceId: query.workspaceId };
    return pages.page(listCalls, basic, cursor, reader);
  };

  /** In which words a page would be asked for now. */
  const wording = (): { key: string; wantsMedia: boolean } => {
    const wantsMedia = !readsBasic() && obtainable(selection, denied).blocks.has('media');
    return { key: `${readsBasic()} ${wantsMedia}`, wantsMedia };
  };
  const readOnce = tolerateRejectedIds(['callIds', 'primaryUserIds'], readAllowed);

  return {
    get comparesStart() {
      return !readsBasic();
    },
    async read(query, cursor) {
      let page: Page<CallRecord>;
      for (let attempt = 1; ; attempt += 1) {
        const before = wording();
        try {
          page = await readOnce(query, cursor);
          break;
        } catch (error) {
          denied.learnFrom(error);
          if (attempt === MOST_ATTEMPTS) throw error;
          // What somebody else wanted beside it may have been refused, or somebody else was told first.
          const isOthers =
            error instanceof GongError && error.requiredScope === MEDIA_SCOPE && !before.wantsMedia;
          if (!isOthers && before.key === wording().key) throw error;
        }
      }
      const refused = refusalIn(selection, denied, readsBasic());
      if (refused === undefined) return page;
      return { ...page, items: page.items.map((call) => ({ ...call, selection, refused })) };
    },
  };
}

/** Why blocks that are selected can't be in a page just read. */
function refusalIn(
  selection: CallSelection,
  denied: MissingScopes,
  isBasicList: boolean,
): CallRefusal | undefined {
  if (isBasic(selection)) return undefined;
  const known = refusalOf(selection, denied);
  if (known !== undefined || !isBasicList) return known;
  // A walk that another process began without the scope, which this one hasn't been told of.
  const error = new GongError(
    'missing-scope',
    `This list was started without the scope ${EXTENSIVE_SCOPE}. Omit "after" to start again.`,
    {
      operation: 'listCallsExtensive',
      requiredScope: EXTENSIVE_SCOPE,
    },
  );
  return { error, everything: true };
}
