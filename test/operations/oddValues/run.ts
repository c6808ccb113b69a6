import { createFetch, createSandbox, DEFAULT_CREDENTIAL } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { createTestGateway, type Answer, type TestGatewayOptions } from '../../support/gateway.js';
import { changesBetween, isFreeAtGong, isFreeField, Places, type Change } from './compare.js';
import { fullCompany } from './company.js';
import {
  ABSENT,
  alternativeTo,
  isLeaf,
  mutationsOf,
  RawNumber,
  toJson,
  valuesIn,
  withValueAt,
  type Mutation,
  type Placed,
  type Pointer,
} from './mutations.js';
import { RecordedWire, type WireAnswer } from './wire.js';

/** A gateway without caches, over answers that can be replaced. */
export interface Bench {
  readonly wire: RecordedWire;
  readonly run: (query: string, variables?: Record<string, unknown>) => Promise<Answer>;
}

export function createBench(options: TestGatewayOptions = {}, scopes?: readonly string[]): Bench {
  const clock = new FakeClock(Date.parse('2026-06-01T12:00:00Z'));
  const credential = scopes === undefined ? DEFAULT_CREDENTIAL : { ...DEFAULT_CREDENTIAL, scopes };
  const sandbox = createSandbox({
    company: fullCompany(),
    clock,
    requestsPerSecond: Infinity,
    credentials: [credential],
  });
  const wire = new RecordedWire(createFetch(sandbox), () => sandbox.requests.at(-1)?.operationId);
  const gateway = createTestGateway({ ...options, clock, sandbox, fetch: wire.fetch });
  return {
    wire,
    run: (query, variables) => {
      wire.answers = [];
      return clock.runUntil(gateway.execute(query, variables));
    },
  };
}

/** A gateway over a Gong that answers everything alike. */
export function createBenchOver(operation: string, answer: object): Bench {
  const text = JSON.stringify(answer);
  const wire = new RecordedWire(
    () => Promise.resolve(new Response(text)),
    () => operation,
  );
  const gateway = createTestGateway({ fetch: wire.fetch });
  return { wire, run: (query, variables) => gateway.execute(query, variables) };
}

/** What came of a run over the mutations of all answers to one operation. */
export interface RunResult {
  readonly failures: readonly string[];
  readonly mutated: number;
}

/**
 * Mutates every answer that an operation reads, a value at a time.
 *
 * @param every one mutation in so many is tried of each value, not the same ones of each; null always is.
 */
export async function mutateAnswers(
  bench: Bench,
  query: string,
  every: number,
  variables?: Record<string, unknown>,
): Promise<RunResult> {
  bench.wire.replacement = null;
  const { data, errors } = await bench.run(query, variables);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  const told = bench.wire.answers.filter(({ status }) => status === 200);
  const failures: string[] = [];
  let mutated = 0;
  for (const answer of new Map(told.map((each) => [each.text, each])).values()) {
    const mutant = new Mutant(bench, query, variables, answer, data);
    await mutant.learn();
    failures.push(...(await mutant.failures(every)));
    mutated += mutant.mutated;
  }
  bench.wire.replacement = null;
  return { failures, mutated };
}

/** Members without which nothing can be said of what an operation did. */
const required: ReadonlySet<string> = new Set([
  'getCall call',
  'getPermissionProfile profile',
  'createCall callId',
  'createMeeting meetingId',
  'registerCrmIntegration integrationId',
  'bulkAssignToFlow id',
]);

/** One answer of Gong's that is given otherwise than it was. */
class Mutant {
  mutated = 0;
  private readonly values: readonly Placed[];
  private readonly body: unknown;
  /** What of the response derives from each value of the answer, by its place. */
  private readonly derived = new Map<string, Places>();

  constructor(
    private readonly bench: Bench,
    private readonly query: string,
    private readonly variables: Record<string, unknown> | undefined,
    private readonly original: WireAnswer,
    private readonly before: unknown,
  ) {
    this.body = JSON.parse(original.text);
    this.values = [...valuesIn(this.body)];
  }

  /** Learns what derives from each value: what is shown differently for another value of the same kind. */
  async learn(): Promise<void> {
    for (const { pointer, value } of this.values) {
      const changes: Change[] = [];
      for (const alternative of alternativesTo(pointer, value)) {
        const { data } = await this.answer(pointer, alternative);
        changes.push(...changesBetween(this.before, data));
      }
      for (let length = 0; length <= pointer.length; length += 1) {
        const places = this.derivedFrom(pointer.slice(0, length));
        for (const change of changes) places.add(change);
      }
    }
  }

  async failures(every: number): Promise<readonly string[]> {
    const failures: string[] = [];
    for (const [index, { pointer, value }] of representatives(this.values).entries()) {
      let likeNull: Answer | null = null;
      for (const [place, mutation] of mutationsOf(pointer, value).entries()) {
        if (place > 0 && (place + index) % every !== 0) continue;
        const answer = await this.answer(pointer, mutation.value);
        this.mutated += 1;
        likeNull ??= answer;
        const problem = this.problemOf(answer, mutation, likeNull);
        if (problem === null) continue;
        const { operation } = this.original;
        failures.push(`${operation} ${pointer.join('.')} = ${shown(mutation.value)}: ${problem}`);
      }
    }
    return failures;
  }

  /** Whether an answer that has something else than a list, or not the call that was asked for, is refused. */
  private isBadShape({ errors }: Answer, { pointer, value }: Mutation): boolean {
    const isAllowed =
      required.has(`${this.original.operation} ${pointer.join()}`) || !isEmpty(value);
    const [member, item] = pointer;
    const isOnlyItem = item === 0 && isOfOne(this.body, member ?? '');
    const isPart = pointer.length === (isOnlyItem ? 2 : 1);
    if (!isPart || !(isAllowed || isOnlyItem)) return false;
    return errors?.every(({ extensions }) => extensions['code'] === 'GONG_BAD_RESPONSE') === true;
  }

  private derivedFrom(pointer: Pointer): Places {
    const name = pointer.join('.');
    const places = this.derived.get(name) ?? new Places();
    this.derived.set(name, places);
    return places;
  }

  private answer(pointer: Pointer, value: unknown): Promise<Answer> {
    const text = toJson(withValueAt(this.body, pointer, value));
    this.bench.wire.replacement = { of: this.original, text };
    return this.bench.run(this.query, this.variables);
  }

  private problemOf(answer: Answer, mutation: Mutation, likeNull: Answer): string | null {
    const { pointer, readsLikeNull } = mutation;
    if (answer.errors !== undefined) {
      return this.isBadShape(answer, mutation) ? null : JSON.stringify(answer.errors);
    }
    const changes = [...changesBetween(this.before, answer.data)];
    const places = this.derivedFrom(pointer);
    const wrong = changes.find((change) => !places.allow(change)) ?? changes.find(isUgly);
    if (wrong !== undefined) {
      const place = wrong.pointer.join('.');
      return `${place}, ${shown(wrong.before)}, is ${wrong.kind}: ${shown(wrong.after)}`;
    }
    // The value of a CRM field may be anything, and an invitee without its one member is empty.
    const isApart =
      pointer.includes('fields') || pointer.includes('additionalInvitees') || isPassedOn(pointer);
    // An only item that is null makes a list without any record, which is refused; `{}` is a record without an ID.
    if (!readsLikeNull || isApart || likeNull.errors !== undefined) return null;
    const [other] = changesBetween(likeNull.data, answer.data);
    if (other === undefined) return null;
    return `${other.pointer.join('.')} is ${shown(other.after)}, and ${shown(other.before)} for null`;
  }
}

/**
 * Other values from which is learned what derives from a value. Of JSON of any shape, null is one: without it, an object is
 * gone whose ID is the name of a member, and another secret is hidden like the first.
 */
function alternativesTo(pointer: Pointer, value: unknown): readonly unknown[] {
  if (value === null) return [];
  return [
    ...(isLeaf(value) ? [alternativeTo(value)] : []),
    ...(isFreeAtGong(pointer) ? [null] : []),
  ];
}

/** Whether any value is shown as it is. What isn't an object is no CRM object. */
function isPassedOn(pointer: Pointer): boolean {
  return isFreeAtGong(pointer) && !(pointer[0] === 'crmObjectsMap' && pointer.length <= 2);
}

/** Text that shows nothing, or shows how it was made; a time that is none. */
function isUgly({ pointer, after }: Change): boolean {
  if (typeof after !== 'string' || isFreeField(pointer)) return false;
  const name = String(pointer.at(-1));
  if (name.endsWith('At') && name !== 'saidAt') {
    return !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(after);
  }
  // Of a sentence, and of a transcript without any, the text is never null.
  if (after.trim() === '') return !pointer.includes('transcript');
  return /undefined|NaN|\[object/.test(after);
}

function isOfOne(body: unknown, member: string | number): boolean {
  const list = (body as Record<string, unknown>)[member];
  return Array.isArray(list) && list.length === 1;
}

function isEmpty(value: unknown): boolean {
  if (value === ABSENT || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  const isJson = typeof value === 'object' && !(value instanceof RawNumber);
  return isJson && Object.keys(value).length === 0;
}

/** Of the items of a list, the first stands for all. */
function representatives(values: readonly Placed[]): readonly Placed[] {
  const byShape = new Map<string, Placed>();
  for (const each of values) {
    const shape = each.pointer.map((key) => (typeof key === 'number' ? '*' : key)).join('.');
    if (!byShape.has(shape)) byShape.set(shape, each);
  }
  return [...byShape.values()];
}

function shown(value: unknown): string {
  if (value === ABSENT) return 'absent';
  if (value === undefined) return 'nothing';
  return toJson(value).slice(0, 120);
}
