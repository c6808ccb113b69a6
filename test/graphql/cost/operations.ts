import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
} from 'graphql';
import type { Company } from '../../../sandbox/src/index.js';
import type { Random } from '../../company/support.js';
import { NOW, schema } from './support.js';

const DAY_MS = 86_400_000;
const day = (ago: number): string => new Date(NOW - ago * DAY_MS).toISOString();

/** The moment, or the day where that is asked for. */
const timeFor = (type: GraphQLInputType, ago: number): string =>
  getNamedType(type).name === 'Date' ? day(ago).slice(0, 10) : day(ago);

const DAYS = `from: "${day(20).slice(0, 10)}", to: "${day(1).slice(0, 10)}"`;

const nodeIdOf = (type: string, id: string): string =>
  Buffer.from(`${type}:${id}`).toString('base64url');

const quote = (value: unknown): string => JSON.stringify(value);

/** What needs a replica. Its price has tests of its own. */
const ofReplica = new Set([
  'Query.searchCalls',
  'Query.searchTranscripts',
  'Query.callStats',
  'Query.callChanges',
  'Query.recordChanges',
  'Query.replica',
  'Call.passages',
]);

/** Random operations on a company, valid and with arguments that pass all checks. */
export class RandomOperations {
  private aliases = 0;
  private readonly ids: Readonly<Record<string, readonly string[]>>;

  constructor(
    private readonly company: Company,
    private readonly random: Random,
    /** Fields that don't occur, as `Type.field`. */
    private readonly without: ReadonlySet<string> = new Set(),
  ) {
    this.ids = {
      Call: company.calls.map(({ metaData }) => metaData.id),
      User: company.users.map(({ id }) => id),
      Workspace: company.workspaces.map(({ id }) => id),
      Folder: company.folders.map(({ id }) => id),
      Tracker: company.keywordTrackers.map(({ trackerId }) => trackerId),
      Scorecard: company.scorecards.map(({ scorecardId }) => scorecardId),
      PermissionProfile: company.permissionProfiles.map(({ profile }) => profile.id),
      Flow: company.engage.flows.map(({ id }) => id),
      FlowFolder: company.engage.folders.map(({ id }) => id),
      FlowInstance: company.engage.instances.map(({ flowInstanceId }) => flowInstanceId),
      Prospect: company.engage.prospects.map(({ crmId }) => crmId),
      CrmUploadedObject: Object.keys(company.crm.objects['ACCOUNT'] ?? {}),
    };
  }

  next(): string {
    const query = schema.getQueryType();
    if (query == null) throw new Error('There is nothing to ask for.');
    return `{ ${this.roots(query, 1 + this.below(3)).join(' ')} }`;
  }

  /** Root fields with what they select, each under an alias of its own. */
  roots(type: GraphQLObjectType, count: number): string[] {
    const fields = this.fieldsOf(type);
    return Array.from(
      { length: count },
      () => `${this.alias()}: ${this.field(type, this.pick(fields), 4)}`,
    );
  }

  private field(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, depth: number) {
    const args = this.args(type, field);
    const inner = getNamedType(field.type);
    if (isAbstractType(inner)) {
      const parts = ['Call', 'User', 'Workspace', 'Folder'].map(
        (name) => `... on ${name} { ${this.selections(schema.getType(name), depth - 1)} }`,
      );
      return `${field.name}${args} { __typename ${parts.join(' ')} }`;
    }
    if (!isCompositeType(inner)) return `${field.name}${args}`;
    return `${field.name}${args} { ${this.selections(inner, depth - 1)} }`;
  }

  private selections(type: unknown, depth: number): string {
    if (!isObjectType(type)) return '__typename';
    const all = this.fieldsOf(type);
    const leaves = all.filter(({ type: inner }) => !isCompositeType(getNamedType(inner)));
    const isConnection = type.name.endsWith('Connection') || type.name.endsWith('Edge');
    const parts =
      isConnection || this.random.chance(0.2)
        ? ['__typename']
        : [this.plain(type, this.pick(leaves)), this.plain(type, this.pick(leaves))];
    const composite = all.filter(({ type: inner }) => isCompositeType(getNamedType(inner)));
    const count = depth <= 0 || composite.length === 0 ? 0 : isConnection ? 1 : this.below(3);
    for (let index = 0; index < count; index += 1) {
      const field = isConnection
        ? (composite.find(({ name }) => name === 'nodes' || name === 'node') ??
          this.pick(composite))
        : this.pick(composite);
      const left = isConnection ? depth : depth - 1;
      parts.push(`${this.alias()}: ${this.field(type, field, left + 1)}`);
    }
    return parts.join(' ');
  }

  private plain(
    type: GraphQLObjectType,
    field: GraphQLField<unknown, unknown> | undefined,
  ): string {
    if (field === undefined) return '__typename';
    return `${this.alias()}: ${field.name}${this.args(type, field)}`;
  }

  private fieldsOf(type: GraphQLObjectType): readonly GraphQLField<unknown, unknown>[] {
    return Object.values(type.getFields()).filter(
      ({ name }) =>
        !this.without.has(`${type.name}.${name}`) && !ofReplica.has(`${type.name}.${name}`),
    );
  }

  private args(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string {
    if (field.name === 'searchUsers') {
      return `(email: ${quote(this.pick(this.company.users).emailAddress)})`;
    }
    if (field.name === 'dataSubject') {
      const parties = this.pick(this.company.calls).parties ?? [];
      const address = parties.find(({ affiliation }) => affiliation === 'External')?.emailAddress;
      return `(email: ${quote(address ?? 'nobody@example.com')})`;
    }
    const given = field.args.flatMap((arg) => {
      const isNeeded = isNonNullType(arg.type) && arg.defaultValue === undefined;
      if (!isNeeded && this.random.chance(0.5)) return [];
      const value = this.value(type, field, arg);
      return value === null ? [] : [`${arg.name}: ${value}`];
    });
    return given.length === 0 ? '' : `(${given.join(', ')})`;
  }

  private value(
    type: GraphQLObjectType,
    { name, type: result }: GraphQLField<unknown, unknown>,
    { name: arg, type: argType }: GraphQLArgument,
  ): string | null {
    const record = getNamedType(result).name;
    switch (arg) {
      case 'id':
        return quote(this.idOf(record));
      case 'callId':
        return quote(this.idOf('Call'));
      case 'ids':
        return quote(this.several(() => this.idOf(record)));
      case 'nodeId':
        return quote(this.nodeId());
      case 'nodeIds':
        return quote(this.several(() => this.nodeId()));
      case 'representations':
        return `[${this.several(() => this.reference()).join(', ')}]`;
      case 'workspaceId':
        return quote(this.idOf('Workspace'));
      case 'integrationId':
        return quote(this.company.crm.integration?.integrationId);
      case 'clientRequestId':
        return quote(this.pick(['nightly-accounts', 'unknown']));
      case 'objectType':
        return this.pick(['ACCOUNT', 'CONTACT', 'DEAL', 'LEAD']);
      case 'crmProspectIds':
        return quote(this.several(() => this.idOf('Prospect')));
      case 'folderId':
      case 'parentId':
        return quote(this.idOf('FlowFolder'));
      case 'ownerEmail':
        return quote(this.pick(this.company.users).emailAddress);
      case 'emails':
        return quote(this.several(() => this.pick(this.company.users).emailAddress));
      case 'first':
        return String(this.pick([1, 5, 20, 60, 100, 101, 150, 250]));
      case 'name':
        return '"Name"';
      case 'order':
        return this.pick(['OLDEST_FIRST', 'NEWEST_FIRST']);
      case 'from':
        return quote(timeFor(argType, this.pick([3, 7, 12, 30])));
      case 'to':
        return quote(timeFor(argType, this.pick([0, 1, 2])));
      case 'filter':
        return this.filter(`${type.name}.${name}`);
      case 'affiliation':
        return 'INTERNAL';
      case 'timing':
        return '[NOW]';
      default: {
        const inner = getNamedType(argType);
        return isEnumType(inner) ? this.pick(inner.getValues()).name : null;
      }
    }
  }

  private filter(coordinate: string): string {
    const users = (): string => quote(this.distinct('User'));
    const options: Readonly<Record<string, readonly (() => string)[]>> = {
      'Query.calls': [
        () => `from: ${quote(day(this.pick([3, 7, 30])))}`,
        () => `workspaceId: ${quote(this.idOf('Workspace'))}`,
        () => `primaryUserIds: ${users()}`,
        () => `callIds: ${quote(this.several(() => this.idOf('Call')).slice(0, 100))}`,
      ],
      'Query.users': [
        () => `userIds: ${users()}`,
        () => 'active: true',
        () => 'includeAvatars: true',
        () => `createdFrom: "2020-01-01T00:00:00Z"`,
      ],
      'Query.userActivity': [() => `userIds: ${users()}`],
      'Query.answeredScorecards': this.reviewFilters(users),
      'Scorecard.answers': this.reviewFilters(users),
    };
    const chosen = (options[coordinate] ?? []).filter(() => this.random.chance(0.4));
    const needed = coordinate === 'Query.userActivity' ? [() => DAYS] : [];
    return `{ ${[...needed, ...chosen].map((option) => option()).join(', ')} }`;
  }

  private reviewFilters(users: () => string): readonly (() => string)[] {
    return [
      () => `callFrom: ${quote(day(20).slice(0, 10))}`,
      () => `reviewedUserIds: ${users()}`,
      () => `scorecardIds: ${quote(this.distinct('Scorecard'))}`,
    ];
  }

  private nodeId(): string {
    const type = this.pick(['Call', 'User', 'Workspace', 'Folder', 'Tracker', 'Scorecard']);
    return nodeIdOf(type, this.idOf(type));
  }

  /** As a router would refer to a record. */
  private reference(): string {
    if (this.random.chance(0.1)) {
      return `{ __typename: "User", emailAddress: ${quote(this.pick(this.company.users).emailAddress)} }`;
    }
    const type = this.pick(['Call', 'User', 'Workspace', 'Folder', 'Tracker', 'Scorecard']);
    return `{ __typename: "${type}", id: "${this.idOf(type)}" }`;
  }

  /** Now and then one that nobody has. */
  private idOf(type: string): string {
    // For one flow that nobody has, Gong refuses a whole request.
    return type !== 'Flow' && this.random.chance(0.1)
      ? String(1 + this.below(99))
      : this.pick(this.ids[type] ?? ['1']);
  }

  /** As many as a filter may name. */
  private distinct(type: string): string[] {
    return [...new Set(this.several(() => this.idOf(type)))].slice(0, 100);
  }

  private several<T>(make: () => T): T[] {
    return Array.from({ length: this.pick([1, 2, 5, 30, 130]) }, make);
  }

  private alias(): string {
    this.aliases += 1;
    return `f${this.aliases}`;
  }

  private below(limit: number): number {
    return this.random.integer(0, limit - 1);
  }

  private pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }
}
