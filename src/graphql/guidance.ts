import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  TokenKind,
  type ASTNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type Token,
} from 'graphql';

/** A validation error of graphql-js. */
interface Mistake {
  readonly message: string;
  readonly nodes?: readonly ASTNode[] | undefined;
}

/** A shorter name is a prefix of too many others. */
const MIN_PREFIX_LENGTH = 3;
const MAX_SUGGESTIONS = 5;

/**
 * Adds the fix to the message of a common mistake. The message names parts of the schema, so it is only for clients
 * that may know the schema.
 */
export function withGuidance(schema: GraphQLSchema, mistake: Mistake): string {
  const { message } = mistake;
  return (
    fieldGuidance(schema, mistake) ??
    argumentGuidance(schema, message) ??
    inputFieldGuidance(schema, message) ??
    enumGuidance(schema, message) ??
    message
  );
}

/** `calls { title }` means `calls { nodes { title } }`, and `duration` means `durationSeconds`. */
function fieldGuidance(schema: GraphQLSchema, { message, nodes }: Mistake): string | null {
  const [, name = '', typeName = ''] =
    /^Cannot query field "(\w+)" on type "(\w+)"\./.exec(message) ?? [];
  const fields = fieldsOf(schema.getType(typeName));
  if (fields === null) return null;
  const items = fields['nodes'];
  if (items !== undefined && fieldsOf(getNamedType(items.type))?.[name] !== undefined) {
    const node = nodes?.[0];
    const field = node?.kind === Kind.FIELD ? node : undefined;
    const selection = field?.selectionSet === undefined ? name : `${name} { … }`;
    const parent = field === undefined ? null : enclosingField(field);
    const path = `nodes { ${selection} }`;
    return (
      `Cannot query field "${name}" on type "${typeName}", which is a list with paging. ` +
      `Use "${parent === null ? path : `${parent} { ${path} }`}".`
    );
  }
  return withPrefixes(message, name, Object.keys(fields));
}

function argumentGuidance(schema: GraphQLSchema, message: string): string | null {
  const [, name = '', typeName = '', fieldName = ''] =
    /^Unknown argument "(\w+)" on field "(\w+)\.(\w+)"\./.exec(message) ?? [];
  const field = fieldsOf(schema.getType(typeName))?.[fieldName];
  if (field === undefined) return null;
  const names = field.args.map((argument) => argument.name);
  if ((name === 'last' || name === 'before') && names.includes('after')) {
    return (
      `Unknown argument "${name}" on field "${typeName}.${fieldName}". ` +
      'Paging goes forward only: use "first" and "after".'
    );
  }
  return withPrefixes(message, name, names);
}

function inputFieldGuidance(schema: GraphQLSchema, message: string): string | null {
  const [, name = '', typeName = ''] =
    /Field "(\w+)" is not defined by type "(\w+)"\./.exec(message) ?? [];
  const type = schema.getType(typeName);
  if (!isInputObjectType(type)) return null;
  return withPrefixes(message, name, Object.keys(type.getFields()));
}

function enumGuidance(schema: GraphQLSchema, message: string): string | null {
  const [, inLiteral, inVariable = ''] =
    /does not exist in "(\w+)" enum\.|Enum "(\w+)" cannot represent/.exec(message) ?? [];
  const type = schema.getType(inLiteral ?? inVariable);
  if (!isEnumType(type)) return null;
  const values = type.getValues().map(({ name }) => name);
  const said = message.replace(/ Did you mean .*\?$/, '');
  return `${said.replace(/\.?$/, '.')} Known values: ${values.join(', ')}.`;
}

/** Suggests names with the same prefix before those that are only spelled similarly. */
function withPrefixes(message: string, name: string, names: readonly string[]): string | null {
  if (name.length < MIN_PREFIX_LENGTH) return null;
  const prefix = name.toLowerCase();
  const longer = names.filter((each) => each.toLowerCase().startsWith(prefix)).sort();
  if (longer.length === 0) return null;
  const [said = '', suggested = ''] = message.split(' Did you mean ');
  const others = [...suggested.matchAll(/"(\w+)"/g)].map(([, each = '']) => each);
  const all = [...new Set([...longer, ...others])].slice(0, MAX_SUGGESTIONS);
  return `${said} Did you mean ${inWords(all.map((each) => `"${each}"`))}?`;
}

function inWords(words: readonly string[]): string {
  if (words.length < 3) return words.join(' or ');
  return `${words.slice(0, -1).join(', ')}, or ${words.at(-1) ?? ''}`;
}

function fieldsOf(
  type: GraphQLNamedType | undefined,
): Readonly<Record<string, GraphQLField<unknown, unknown>>> | null {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields() : null;
}

/** Returns the name of the field whose selection contains a field; null in a fragment. */
function enclosingField({ loc }: FieldNode): string | null {
  let token: Token | null | undefined = opening(
    loc?.startToken.prev,
    TokenKind.BRACE_L,
    TokenKind.BRACE_R,
  )?.prev;
  // After the field's name come its arguments and directives, each with brackets.
  while (token != null) {
    if (token.kind === TokenKind.PAREN_R)
      token = opening(token.prev, TokenKind.PAREN_L, TokenKind.PAREN_R)?.prev;
    if (token?.kind !== TokenKind.NAME) return null;
    if (token.prev?.kind !== TokenKind.AT) break;
    token = token.prev.prev;
  }
  return token == null || token.prev?.value === 'on' ? null : (token.value ?? null);
}

/** Returns the bracket that encloses a token. */
function opening(
  from: Token | null | undefined,
  open: TokenKind,
  close: TokenKind,
): Token | null | undefined {
  let depth = 0;
  let token = from;
  while (token != null && !(depth === 0 && token.kind === open)) {
    if (token.kind === close) depth += 1;
    if (token.kind === open) depth -= 1;
    token = token.prev;
  }
  return token;
}
