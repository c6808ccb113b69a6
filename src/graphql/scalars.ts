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
 * Inputs are checked strictly and kept in the client's own words, since a `Date` would lose
 * microseconds. Outputs pass as Gong's text, whatever it is: resolvers have made instants of instants.
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
      // Strict, also about days that a month hasn't; its `Date` is of no use here.
      GraphQLDateTime.parseValue(text.toUpperCase());
      if (parseInstant(text) !== null) return;
    } catch {
      // Said below, with an example.
    }
    throw new GraphQLError(
      `DateTime must be RFC 3339 text with an offset, such as "2026-03-02T14:05:00Z"; got "${text}".`,
    );
  }),
  Date: textScalar('Date', (text) => {
    try {
      GraphQLDate.parseValue(text);
    } catch {
      throw new GraphQLError(`Date must be a day such as "2026-03-02"; got "${text}".`);
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
      throw new GraphQLError('Upload is an input only.');
    },
    parseValue: (value) => {
      if (value instanceof IncomingUpload) return value;
      throw new GraphQLError(
        'Upload must be a file of a multipart request: its variable is null, and "map" names it.',
      );
    },
    parseLiteral: () => {
      throw new GraphQLError('Upload must be given by a variable, in a multipart request.');
    },
  }),
};

/** Any JSON value. */
function jsonScalar(name: string): GraphQLScalarType {
  return new GraphQLScalarType({
    name,
    serialize: (value) => value,
    parseValue: (value) => {
      if (!holdsUpload(value)) return value;
      throw new GraphQLError(`${name} must not hold a file.`);
    },
    parseLiteral: parseJsonLiteral,
  });
}

/** Files of a multipart request can be put anywhere in its variables. */
function holdsUpload(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return value instanceof IncomingUpload || Object.values(value).some(holdsUpload);
}

/** The value of a literal, as it would be read from the JSON of a client. */
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
