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

/** What a policy reads of the company. */
export interface PolicySources {
  readonly users: () => Promise<readonly GongUser[]>;
  readonly workspaces: () => Promise<readonly GongWorkspace[]>;
  /** The permission profiles of the workspaces that the viewer may see. */
  readonly profiles: () => Promise<readonly AssignedProfile[]>;
}

export interface CallPolicyOptions {
  readonly settings: PolicySettings;
  readonly hook: CallHook | null;
  readonly viewer: Viewer;
  readonly sources: PolicySources;
  /** Aborted when nobody waits for an answer any more. */
  readonly signal: AbortSignal;
  readonly logger: Logger;
}

/** Gong is asked to filter by so many hosts at most; what it finds for more is filtered here. */
const MAX_HOSTS = 100;

const parties: CallSelection = { ...basicSelection, blocks: new Set(['parties']) };

/**
 * What one operation's viewer may see of calls. Each call is judged once; whatever can't be found out fails, and
 * never counts as allowed.
 */
export class CallPolicy {
  /** Whether it may hide calls, or masks some: else none is judged. */
  readonly mayHideCalls: boolean;
  /** Whether it restricts more than private calls: then what Gong says nothing of can't be known to be allowed. */
  readonly isStrict: boolean;
  /** What of a call has to be read beyond its basic fields. */
  readonly needs: CallSelection;
  private readonly verdicts = new Map<string, Promise<Verdict>>();
  /** What was decided. */
  private readonly known = new Map<string, Verdict>();
  private readingHosts: Promise<ReadonlySet<string>> | null = null;
  private readingWorkspaces: Promise<ReadonlySet<string>> | null = null;
  private readingReach: Promise<ProfileReach> | null = null;

  constructor(private readonly options: CallPolicyOptions) {
    const { settings, hook } = options;
    this.isStrict = settings.calls !== 'all' || settings.workspaces !== null || hook !== null;
    this.mayHideCalls = this.isStrict || settings.privateCalls === 'hide';
    this.needs = hook?.needsParties === true ? parties : basicSelection;
  }

  /** Names the viewer: two with one name see the same. */
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
   * Reads what it takes to judge any call.
   *
   * @throws GongError, PolicyError when it can't be read.
   */
  async prepare(): Promise<void> {
    if (this.isStrict) await Promise.all([this.hosts(undefined), this.workspaces()]);
  }

  /** @throws GongError, PolicyError where it can't be told. */
  judge(call: CallRecord): Verdict | Promise<Verdict> {
    // Nothing has to be read or awaited for it: thousands of calls need no promise each.
    if (!this.isStrict) return this.isHiddenAsPrivate(call) ? 'hide' : 'allow';
    let verdict = this.verdicts.get(call.id);
    if (verdict === undefined) {
      verdict = this.decide(call).then((decided) => {
        this.known.set(call.id, decided);
        return decided;
      });
      this.verdicts.set(call.id, verdict);
    }
    return verdict;
  }

  /** What is masked of everything; null: nothing is. */
  get generalMask(): Mask | null {
    const { mask } = this.options.settings;
    return mask.emails || mask.phones ? mask : null;
  }

  /** What is masked of a call that was judged, and of all that belongs to it; null: nothing is. */
  maskOf(callId: string): Mask | null {
    return this.known.get(callId) === 'mask' ? maskEverything : this.generalMask;
  }

  /**
   * The query with what Gong itself can filter; null where nothing that it finds may be seen.
   *
   * @throws GongError, PolicyError where it can't be told.
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
   * Ids of the workspaces that may be seen; null: all.
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
   * Whether something may be seen that belongs to a user and a workspace: as the calls of both. What does not say whose
   * it is may not, when that decides.
   *
   * @param owner a Gong user ID, or an email address in any case.
   * @param workspaceId undefined when only allowed workspaces were asked for. Permission profiles decide by workspace:
   *   then nothing may be seen.
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

  /** The same of those of which any call may be seen. */
  private async workspacesOfCalls(): Promise<ReadonlySet<string> | null> {
    if (this.options.settings.calls !== 'profile') return this.workspaces();
    return new Set((await this.reach()).keys());
  }

  /**
   * Ids of the users whose calls may be seen; null: everybody's.
   *
   * @param workspaceId where, if that decides; if undefined, in all workspaces together.
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

  /** Whose calls the viewer's permission profiles show, by workspace. */
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

  /** The viewer among all users; null where Gong does not know who that is. */
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
    const { viewer, logger } = this.options;
    if (hook.needsParties && call.refused?.everything === true) {
      await withPolicyHint(Promise.reject(call.refused.error));
    }
    if (!covers(call.selection, this.needs)) {
      throw new Error('The policy cannot judge a call without the parts that it needs.');
    }
    try {
      const said = await this.untilAborted(hook.judge(viewer, judgedCall(call, hook.needsParties)));
      if (isVerdict(said)) return said;
      logger.error({ answered: typeof said }, HOOK_ANSWERED_ELSE);
    } catch (error) {
      if (this.options.signal.aborted) throw error;
      // What it says may hold what it was shown.
      logger.error(whereIn(error), HOOK_FAILED);
    }
    return 'hide';
  }

  /** An answer that never comes must not outlast the operation. */
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

/** What failed, and where in the module; what it says may hold what it was shown. */
function whereIn(error: unknown): object {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = error.stack?.split('\n').find((line) => /^\s+at /.test(line));
  return { error: error.name, ...(at === undefined ? {} : { at: at.trim() }) };
}

const HOOK_FAILED = 'Policy module failed: call hidden';
const HOOK_ANSWERED_ELSE =
  'Policy module returned neither "allow", "hide", nor "mask": call hidden';
