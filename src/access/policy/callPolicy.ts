import { basicSelection, covers, type CallSelection } from '../../gong/endpoints/callSelection.js';
import type { CallQuery, CallRecord } from '../../gong/endpoints/calls.js';
import type { Logger } from '../../lib/logger.js';
import { idOf, type GongUser, type GongWorkspace } from '../../gong/endpoints/wire.js';
import { isPrivate, isVerdict, judgedCall, type CallHook, type Verdict } from './hook.js';
import { maskEverything, type Mask } from './masking.js';
import { idOfPerson, teamOf } from './people.js';
import { withPolicyHint } from './policyError.js';
import type { PolicyFacts } from './policyFacts.js';
import { hostsWithin, reachOf, type AssignedProfile, type ProfileReach } from './profileReach.js';
import type { PolicySettings } from './settings.js';
import type { Viewer } from './viewer.js';
import { workspaceIds } from './workspaces.js';
import { callsOf, reachableCalls } from './visibleCalls.js';
import type { CallVisibility, GoneCall } from '../../replica/visibility.js';

/** The company data that a policy reads. */
export interface PolicySources {
  readonly users: () => Promise<readonly GongUser[]>;
  readonly workspaces: () => Promise<readonly GongWorkspace[]>;
  /** Returns the permission profiles of the workspaces that the viewer may see. */
  readonly profiles: () => Promise<readonly AssignedProfile[]>;
}

export interface CallPolicyOptions {
  readonly settings: PolicySettings;
  readonly hook: CallHook | null;
  readonly viewer: Viewer;
  readonly sources: PolicySources;
  /** Aborted when the operation ends. */
  readonly signal: AbortSignal;
  readonly logger: Logger;
}

/** Gong filters by this many hosts at most. With more, the gateway filters. */
const MAX_HOSTS = 100;

const parties: CallSelection = { ...basicSelection, blocks: new Set(['parties']) };

/**
 * Decides what one operation's viewer may see of calls. Each call is judged once. When something cannot be
 * determined, the decision fails, and the call never counts as allowed.
 */
export class CallPolicy {
  /** Whether the policy may hide or mask calls. If not, none is judged. */
  readonly mayHideCalls: boolean;
  /**
   * Whether it restricts more than private calls. Then calls that Gong says nothing about cannot be assumed to be
   * allowed.
   */
  readonly isStrict: boolean;
  /** The selection of a call that the policy needs beyond its basic fields. */
  readonly needs: CallSelection;
  private readonly verdicts = new Map<string, Promise<Verdict>>();
  /** The decisions so far. */
  private readonly known = new Map<string, Verdict>();
  /** Whether any call has been masked so far. */
  private hasMasked = false;
  private readingHosts: Promise<ReadonlySet<string>> | null = null;
  private readingWorkspaces: Promise<ReadonlySet<string>> | null = null;
  private readingReach: Promise<ProfileReach> | null = null;

  constructor(private readonly options: CallPolicyOptions) {
    const { settings, hook } = options;
    this.isStrict = settings.calls !== 'all' || settings.workspaces !== null || hook !== null;
    this.mayHideCalls = this.isStrict || settings.privateCalls === 'hide';
    this.needs = hook?.needsParties === true ? parties : basicSelection;
  }

  /** Names the viewer. Two viewers with one name see the same. */
  get viewerName(): string {
    const { client, person, roles } = this.options.viewer;
    return JSON.stringify([client, person, roles]);
  }

  get facts(): PolicyFacts {
    const { settings, hook, viewer } = this.options;
    return {
      mayHideCalls: this.mayHideCalls,
      isStrict: this.isStrict,
      mayHideMost:
        hook !== null || (settings.workspaces?.length ?? 0) > 1 || settings.calls === 'profile',
      narrowsHosts: settings.calls !== 'all',
      readsUsers: settings.calls !== 'all' && viewer.person !== null,
      readsWorkspaces: settings.workspaces !== null,
      readsProfiles: settings.calls === 'profile' && viewer.person !== null,
      mayWrite: !settings.readOnly,
    };
  }

  /**
   * Reads what the policy needs to judge calls.
   *
   * @throws GongError, PolicyError when it cannot be read.
   */
  async prepare(): Promise<void> {
    if (this.isStrict) await Promise.all([this.hosts(undefined), this.workspaces()]);
  }

  /**
   * Decides on one call.
   *
   * @throws GongError, PolicyError when that cannot be determined.
   */
  judge(call: CallRecord): Verdict | Promise<Verdict> {
    // This decision needs no data, and thousands of calls need no promise each.
    if (!this.isStrict) return this.isHiddenAsPrivate(call) ? 'hide' : 'allow';
    let verdict = this.verdicts.get(call.id);
    if (verdict === undefined) {
      verdict = this.decide(call).then((decided) => {
        this.known.set(call.id, decided);
        this.hasMasked ||= decided === 'mask';
        return decided;
      });
      this.verdicts.set(call.id, verdict);
    }
    return verdict;
  }

  /** The mask for all data; null when nothing is masked. */
  get generalMask(): Mask | null {
    const { mask } = this.options.settings;
    return mask.emails || mask.phones ? mask : null;
  }

  /** Returns the mask for a judged call and everything that belongs to it; null when nothing is masked. */
  maskOf(callId: string): Mask | null {
    return this.known.get(callId) === 'mask' ? maskEverything : this.generalMask;
  }

  /** The mask for what may come from any call that was judged; null when nothing is masked. */
  get maskOfAny(): Mask | null {
    return this.hasMasked ? maskEverything : this.generalMask;
  }

  /**
   * Returns the query with the part of the policy that Gong can filter by; null when the viewer may see none of its
   * calls.
   *
   * @throws GongError, PolicyError when that cannot be determined.
   */
  async narrow(query: CallQuery): Promise<CallQuery | null> {
    const [hosts, workspaces] = await Promise.all([
      this.hosts(query.workspaceId),
      this.workspacesOfCalls(),
    ]);
    if (hosts === null && workspaces === null) return query;
    let { primaryUserIds, workspaceId } = query;
    if (hosts !== null) {
      if (primaryUserIds !== undefined) {
        primaryUserIds = primaryUserIds.filter((id) => hosts.has(id));
      } else if (hosts.size <= MAX_HOSTS) primaryUserIds = [...hosts].sort();
      if (primaryUserIds?.length === 0) return null;
    }
    if (workspaces !== null) {
      if (workspaceId !== undefined && !workspaces.has(workspaceId)) return null;
      if (workspaces.size === 1) [workspaceId] = workspaces;
    }
    return { ...query, primaryUserIds, workspaceId };
  }

  /**
   * Returns the IDs of the visible workspaces; null: all.
   *
   * @throws GongError, PolicyError
   */
  async workspaces(): Promise<ReadonlySet<string> | null> {
    const { settings, sources } = this.options;
    const named = settings.workspaces;
    if (named === null) return null;
    this.readingWorkspaces ??= withPolicyHint(sources.workspaces()).then((all) =>
      workspaceIds(named, all),
    );
    return this.readingWorkspaces;
  }

  /**
   * Returns whether a record of a user and a workspace may be seen: when the calls of both may. When the policy
   * depends on an owner that the record does not name, it may not.
   *
   * @param owner a Gong user ID, or an email in any case.
   * @param workspaceId undefined when only allowed workspaces were requested. Permission profiles decide by
   *   workspace, so then nothing may be seen.
   * @throws GongError, PolicyError
   */
  async mayBeSeenOf(owner: string | null, workspaceId?: string | null): Promise<boolean> {
    const [hosts, workspaces] = await Promise.all([
      this.hosts(workspaceId ?? null),
      this.workspaces(),
    ]);
    if (workspaces !== null && workspaceId !== undefined && !workspaces.has(workspaceId ?? '')) {
      return false;
    }
    if (hosts === null) return true;
    if (owner === null || hosts.size === 0) return false;
    const id = idOfPerson(owner, await withPolicyHint(this.options.sources.users()));
    return id !== null && hosts.has(id);
  }

  /**
   * What may be seen of calls, as conditions that a database can apply.
   *
   * @param isContactSought whether calls are sought by email addresses or phone numbers: a call that a policy module
   *   masks is then not found.
   * @throws GongError, PolicyError
   */
  async visibility(isContactSought: boolean): Promise<CallVisibility> {
    const { settings, hook } = this.options;
    const judgeGone = hook?.judgeGone;
    const workspaces = await this.workspaces();
    const anyOf =
      settings.calls === 'profile'
        ? reachableCalls(await this.reach(), workspaces)
        : callsOf(await this.hosts(undefined), workspaces);
    return {
      hidesPrivate: settings.privateCalls === 'hide',
      anyOf,
      judge:
        hook === null
          ? null
          : async (call) => {
              const verdict = await this.judge(call);
              return verdict === 'allow' || (verdict === 'mask' && !isContactSought);
            },
      judgeGone:
        judgeGone === undefined
          ? null
          : async (call) => (await this.askHookOfGone(judgeGone, call)) !== 'hide',
    };
  }

  /** The same of those of which any call may be seen. */
  private async workspacesOfCalls(): Promise<ReadonlySet<string> | null> {
    if (this.options.settings.calls !== 'profile') return this.workspaces();
    return new Set((await this.reach()).keys());
  }

  /**
   * Returns the IDs of the users whose calls may be seen; null: all users.
   *
   * @param workspaceId the workspace, if the policy depends on it; undefined: all workspaces together.
   */
  private async hosts(workspaceId: string | null | undefined): Promise<ReadonlySet<string> | null> {
    const { calls } = this.options.settings;
    if (calls === 'all') return null;
    if (calls === 'profile') return hostsWithin(await this.reach(), workspaceId);
    this.readingHosts ??= this.readViewer().then((found) => {
      if (found === null) return new Set();
      const { own, users } = found;
      return calls === 'own' ? new Set([own]) : teamOf(own, users);
    });
    return this.readingHosts;
  }

  /** Returns the users whose calls the viewer's permission profiles show, by workspace. */
  private reach(): Promise<ProfileReach> {
    this.readingReach ??= this.readReach();
    return this.readingReach;
  }

  private async readReach(): Promise<ProfileReach> {
    const { sources, viewer } = this.options;
    if (viewer.person === null) return new Map();
    const [found, profiles] = await Promise.all([
      this.readViewer(),
      withPolicyHint(sources.profiles()),
    ]);
    return found === null ? new Map() : reachOf(found.own, profiles, found.users);
  }

  /** Returns the viewer's Gong user; null when Gong does not know the person. */
  private async readViewer() {
    const { sources, viewer } = this.options;
    if (viewer.person === null) return null;
    const users = await withPolicyHint(sources.users());
    const own = idOfPerson(viewer.person, users);
    return own === null ? null : { own, users };
  }

  private isHiddenAsPrivate(call: CallRecord): boolean {
    return this.options.settings.privateCalls === 'hide' && isPrivate(call);
  }

  private async decide(call: CallRecord): Promise<Verdict> {
    const { hook } = this.options;
    if (this.isHiddenAsPrivate(call)) return 'hide';
    const { basic } = call;
    const [hosts, workspaces] = await Promise.all([
      this.hosts(idOf(basic.workspaceId)),
      this.workspaces(),
    ]);
    if (hosts !== null && !hosts.has(idOf(basic.primaryUserId) ?? '')) return 'hide';
    if (workspaces !== null && !workspaces.has(idOf(basic.workspaceId) ?? '')) return 'hide';
    return hook === null ? 'allow' : this.askHook(hook, call);
  }

  private async askHook(hook: CallHook, call: CallRecord): Promise<Verdict> {
    const { viewer } = this.options;
    if (hook.needsParties && call.refused?.everything === true) {
      await withPolicyHint(Promise.reject(call.refused.error));
    }
    if (!covers(call.selection, this.needs)) {
      throw new Error('The policy cannot judge a call without the parts that it needs.');
    }
    return this.verdictOf(() => hook.judge(viewer, judgedCall(call, hook.needsParties)));
  }

  private askHookOfGone(
    judge: NonNullable<CallHook['judgeGone']>,
    { id, startedAt, isPrivate: wasPrivate, workspaceId, hostId }: GoneCall,
  ): Promise<Verdict> {
    const call = Object.freeze({
      id,
      startedAt: new Date(startedAt).toISOString(),
      isPrivate: wasPrivate,
      workspaceId,
      primaryUserId: hostId,
    });
    return this.verdictOf(() => judge(this.options.viewer, call));
  }

  /** What the module says; when it fails or says anything else, the call is hidden. */
  private async verdictOf(ask: () => unknown): Promise<Verdict> {
    const { logger } = this.options;
    try {
      const said = await this.untilAborted(ask());
      if (isVerdict(said)) return said;
      logger.error({ answered: typeof said }, HOOK_ANSWERED_ELSE);
    } catch (error) {
      if (this.options.signal.aborted) throw error;
      // The module's error may contain data of the call.
      logger.error(whereIn(error), HOOK_FAILED);
    }
    return 'hide';
  }

  /** Waits no longer for the module than the operation lasts. */
  private async untilAborted(answer: unknown): Promise<unknown> {
    if (isVerdict(answer)) return answer;
    const { signal } = this.options;
    signal.throwIfAborted();
    let onEnd = (): void => undefined;
    const ended = new Promise<never>((_, reject) => {
      onEnd = () => {
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', onEnd, { once: true });
    });
    try {
      return await Promise.race([Promise.resolve(answer), ended]);
    } finally {
      signal.removeEventListener('abort', onEnd);
    }
  }
}

/** Returns the error's type and its position in the module. Its message may contain data of the call. */
function whereIn(error: unknown): object {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = error.stack?.split('\n').find((line) => /^\s+at /.test(line));
  return { error: error.name, ...(at === undefined ? {} : { at: at.trim() }) };
}

const HOOK_FAILED = 'Policy module failed: call hidden';
const HOOK_ANSWERED_ELSE =
  'Policy module returned neither "allow", "hide", nor "mask": call hidden';
