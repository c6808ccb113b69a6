import { createCompany, type Company } from '../../sandbox/src/index.js';
import { isPending, lazily } from '../../sandbox/src/company/lazy.js';

type Options = Parameters<typeof createCompany>[0];

/** A suite uses one or two kinds of company; what was read of a call stays in memory with its company. */
const MAX_TEMPLATES = 3;
const templates = new Map<string, Company>();

/** What changes a company after it was invented and before it is copied. */
export interface Finish {
  readonly name: string;
  readonly change: (company: Company) => void;
}

/**
 * Returns a generated company of the test's own. Inventing one takes longer than most tests, so each kind is invented
 * once in a suite and then copied. The details of a call are copied when they are first read.
 */
export function companyCopy(options: Options, finish?: Finish): Company {
  const key = `${finish?.name ?? ''} ${JSON.stringify(options)}`;
  let template = templates.get(key);
  if (template === undefined) {
    template = createCompany(options);
    finish?.change(template);
    const [oldest] = templates.keys();
    if (templates.size >= MAX_TEMPLATES && oldest !== undefined) templates.delete(oldest);
    templates.set(key, template);
  }
  const { calls, ...others } = template;
  return { ...copyOf(others), calls: calls.map(copyOfCall) };
}

function copyOfCall<T extends object>(template: T): T {
  const copy = {} as T;
  for (const name of Object.keys(template) as (keyof T & string)[]) {
    const isDetail = name !== 'metaData' && (isPending(template, name) || isObject(template[name]));
    if (isDetail) lazily(copy, name, () => copyOf(template[name]));
    else copy[name] = copyOf(template[name]);
  }
  return copy;
}

/** A deep copy of plain data, in a fraction of the time that `structuredClone` takes. */
function copyOf<T>(value: T): T {
  if (!isObject(value)) return value;
  if (Array.isArray(value)) return value.map(copyOf) as T;
  if (value instanceof Set) return new Set(value) as T;
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) copy[name] = copyOf((value as typeof copy)[name]);
  return copy as T;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
