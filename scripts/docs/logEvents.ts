import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { code, table } from './markdown.js';

const src = join(import.meta.dirname, '..', '..', 'src');
const levels = ['error', 'warn', 'info'] as const;
type Level = (typeof levels)[number];

interface LogEvent {
  readonly level: Level;
  readonly message: string;
  /** Names of its fields, as far as the source spells them out. */
  readonly fields: readonly string[];
}

/** Every event that the sources log, except those for debugging: level, message, and fields. */
export function logEventsTable(): string {
  const events = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .flatMap((file) => eventsIn(join(src, file)));
  const rows = levels.flatMap((level) =>
    events
      .filter((event) => event.level === level)
      .sort((a, b) => a.message.localeCompare(b.message, 'en'))
      .map(({ message, fields }) => [level, code(message), fields.map(code).join(', ')]),
  );
  return table(['Level', '`msg`', 'Fields'], rows);
}

function eventsIn(file: string): readonly LogEvent[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const events: LogEvent[] = [];
  const visit = (node: ts.Node): void => {
    const event = ts.isCallExpression(node) ? eventOf(node, source) : null;
    if (event !== null) events.push(event);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return events;
}

/** The event that a call logs; null when it logs none, or one whose message is only known while it runs. */
function eventOf(
  { expression, arguments: [fields, message] }: ts.CallExpression,
  source: ts.SourceFile,
): LogEvent | null {
  if (!ts.isPropertyAccessExpression(expression) || message === undefined) return null;
  const level = levels.find((name) => name === expression.name.text);
  if (level === undefined || !/(^|\.)logger$/.test(expression.expression.getText())) return null;
  const text = textOf(message, source);
  return /^…?$/.test(text) ? null : { level, message: text, fields: namesIn(fields) };
}

/** A message as it is written, with … for what varies. */
function textOf(node: ts.Expression, source: ts.SourceFile): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isParenthesizedExpression(node)) return textOf(node.expression, source);
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
  }
  if (ts.isBinaryExpression(node)) return textOf(node.left, source) + textOf(node.right, source);
  const value = ts.isIdentifier(node) ? constantOf(node.text, source) : undefined;
  return value === undefined ? '…' : textOf(value, source);
}

/** What a constant of the same file holds. */
function constantOf(name: string, source: ts.SourceFile): ts.Expression | undefined {
  return source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .find((declaration) => declaration.name.getText() === name)?.initializer;
}

function namesIn(fields: ts.Expression | undefined): readonly string[] {
  if (fields === undefined || !ts.isObjectLiteralExpression(fields)) return [];
  return fields.properties.flatMap(({ name }) => (name === undefined ? [] : [name.getText()]));
}
