import { apiDescription, type OperationDescription } from './description.js';

/** Where a request leads. */
export type Route =
  | { kind: 'operation'; operation: OperationDescription; path: Readonly<Record<string, string>> }
  | { kind: 'wrong-method'; allowed: readonly string[] }
  | { kind: 'unknown-path' };

interface Template {
  pattern: RegExp;
  names: readonly string[];
  literalParts: number;
  byMethod: Map<string, OperationDescription>;
}

let templates: readonly Template[] | undefined;

/** Finds the operation that the description has for a method and a path (without query). */
export const findRoute = (method: string, path: string): Route => {
  templates ??= buildTemplates();
  for (const { pattern, names, byMethod } of templates) {
    const match = pattern.exec(path);
    if (!match) continue;
    const operation = byMethod.get(method);
    if (!operation) return { kind: 'wrong-method', allowed: [...byMethod.keys()] };
    const values = names.map((name, index) => [name, decode(match[index + 1] ?? '')] as const);
    return { kind: 'operation', operation, path: Object.fromEntries(values) };
  }
  return { kind: 'unknown-path' };
};

const buildTemplates = (): Template[] => {
  const byPath = new Map<string, Template>();
  for (const operation of apiDescription().operations) {
    const parts = operation.path.split('/');
    const template = byPath.get(operation.path) ?? {
      pattern: new RegExp(`^${operation.path.replace(/\{[^}]+\}/g, '([^/]+)')}$`),
      names: [...operation.path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? ''),
      literalParts: parts.filter((part) => !part.startsWith('{')).length,
      byMethod: new Map<string, OperationDescription>(),
    };
    template.byMethod.set(operation.method, operation);
    byPath.set(operation.path, template);
  }
  // `/v2/calls/users-access` must win over `/v2/calls/{id}`.
  return [...byPath.values()].sort((one, other) => other.literalParts - one.literalParts);
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
