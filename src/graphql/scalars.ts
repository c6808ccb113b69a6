import {
  GraphQLError,
  GraphQLScalarType,
  Kind,
  valueFromASTUntyped,
  type ValueNode,
} from 'graphql';
import { GraphQLDate, GraphQLDateTime, GraphQLURL } from 'graphql-scalars';
import { readClientInteger } from '../lib/json.js';
import { parseInstant } from '../lib/instant.js';
import { IncomingUpload } from '../company/uploads/recording.js';

/**
 * Checks inputs strictly and keeps the client's text, because a `Date` would lose microseconds. Outputs are passed on
 * as text; resolvers have already normalized instants.
 */
function textScalar(
  name: string,
  check: (text: string) => void,
): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value !== 'string') throw new GraphQLError(`${name} must be a string.`);
    check(value);
    return value;
  };
  return new GraphQLScalarType<string, string>({
    name,
    serialize: String,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => {
      if (node.kind !== Kind.STRING) throw new GraphQLError(`${name} must be a string.`);
      return parse(node.value);
    },
  });
}

export const scalarResolvers = {
  DateTime: textScalar('DateTime', (text) => {
    try {
      // The parser is strict, even about days that a month does not have. Its `Date` is not used.
      GraphQLDateTime.parseValue(text.toUpperCase());
      if (parseInstant(text) !== null) return;
    } catch {
      // The message below contains an example.
    }
    throw new GraphQLError(dateTimeProblem(text));
  }),
  Date: textScalar('Date', (text) => {
    try {
      GraphQLDate.parseValue(text);
    } catch {
      const problem = dayProblem(text) ?? 'be a day such as "2026-03-02"';
      throw new GraphQLError(`Date must ${problem}; got "${text}".`);
    }
  }),
  URL: textScalar('URL', (text) => {
    GraphQLURL.parseValue(text);
  }),
  JSON: jsonScalar('JSON'),
  _Any: jsonScalar('_Any'),
  Upload: new GraphQLScalarType<IncomingUpload, never>({
    name: 'Upload',
    serialize: () => {
      throw new GraphQLError('Upload is a type for input only.');
    },
    parseValue: (value) => {
      if (value instanceof IncomingUpload) return value;
      throw new GraphQLError(
        'Upload must be a file of a multipart request: set its variable to null and list it in "map".',
      );
    },
    parseLiteral: () => {
      throw new GraphQLError('Upload must be a variable of a multipart request.');
    },
  }),
};

/** Returns what is wrong with an invalid instant, and the fix. */
function dateTimeProblem(text: string): string {
  const got = `got "${text}"`;
  const day = dayProblem(text);
  if (day !== null) return `DateTime must ${day}; ${got}.`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return `DateTime must have a time: append one with a UTC offset, as in "${text}T00:00:00Z"; ${got}.`;
  }
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?$/i.test(text)) {
    return `DateTime must have a UTC offset: append "Z" for UTC, as in "${text}Z"; ${got}.`;
  }
  return `DateTime must be an RFC 3339 string with a UTC offset, such as "2026-03-02T14:05:00Z"; ${got}.`;
}

/** Returns null when the text begins with a valid day, or with no day at all. */
function dayProblem(text: string): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  if (day === undefined) return null;
  const time = Date.parse(`${day}T00:00:00Z`);
  const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
  return isReal ? null : `be a day that exists: the calendar has no ${day}`;
}

/** Returns a scalar for any JSON value. */
function jsonScalar(name: string): GraphQLScalarType {
  return new GraphQLScalarType({
    name,
    serialize: (value) => value,
    parseValue: (value) => {
      if (!holdsUpload(value)) return value;
      throw new GraphQLError(`${name} must not contain a file.`);
    },
    parseLiteral: parseJsonLiteral,
  });
}

/** A multipart request can place files anywhere in its variables. */
function holdsUpload(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return value instanceof IncomingUpload || Object.values(value).some(holdsUpload);
}

/** Returns the value of a literal, as JSON of a client would contain it. */
export function parseJsonLiteral(
  node: ValueNode,
  variables?: Readonly<Record<string, unknown>> | null,
): unknown {
  if (node.kind === Kind.INT) return readClientInteger(node.value);
  if (node.kind === Kind.LIST) return node.values.map((each) => parseJsonLiteral(each, variables));
  if (node.kind === Kind.OBJECT) {
    return Object.fromEntries(
      node.fields.map(({ name, value }) => [name.value, parseJsonLiteral(value, variables)]),
    );
  }
  return valueFromASTUntyped(node, variables);
}
