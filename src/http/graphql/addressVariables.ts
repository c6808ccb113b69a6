import type { FastifyRequest } from 'fastify';
import { isObject } from '../../gong/exchange.js';
import { parseClientJson } from '../../lib/json.js';

/**
 * Keeps all digits of the numbers in the variables of a GET. Apollo would parse them with `JSON.parse`, which rounds
 * long integers. Apollo reports invalid JSON.
 */
export function keepDigitsInAddress(
  { method, raw }: FastifyRequest,
  _reply: unknown,
  done: () => void,
): void {
  const address = raw.url ?? '';
  const [path = ''] = address.split('?', 1);
  const parameters = new URLSearchParams(address.slice(path.length + 1));
  const [variables, ...others] = method === 'GET' ? parameters.getAll('variables') : [];
  if (variables !== undefined && others.length === 0 && /\d{16}/.test(variables)) {
    const read = tryParse(variables);
    if (isObject(read)) {
      parameters.set('variables', JSON.stringify(read));
      raw.url = `${path}?${parameters.toString()}`;
    }
  }
  done();
}

function tryParse(text: string): unknown {
  try {
    return parseClientJson(text);
  } catch {
    return undefined;
  }
}
