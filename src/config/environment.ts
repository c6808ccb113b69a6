import leven from 'leven';
import type { Environment } from './values.js';

/** Variables with these prefixes belong to the gateway, so an unknown one is misspelled. */
const OWN = /^(GONG|GATEWAY|SANDBOX)_/;

/**
 * Returns the variables that count: those that are not empty, and that Kubernetes does not inject into every
 * container for each service. A service named "sandbox" causes `SANDBOX_PORT=tcp://10.0.0.1:80`.
 */
export function nonEmptyVariables(environment: Environment): Record<string, string> {
  const nonEmpty: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined || value.trim() === '') continue;
    if (!OWN.test(name) || !isInjected(name, value)) nonEmpty[name] = value;
  }
  return nonEmpty;
}

function isInjected(name: string, value: string): boolean {
  if (/_SERVICE_HOST$|_SERVICE_PORT|_PORT_/.test(name)) return true;
  return name.endsWith('_PORT') && /^[a-z]+:\/\//.test(value.trim());
}

/**
 * Returns a problem for each variable that is similar to one of the gateway's own.
 *
 * @param environment as `nonEmptyVariables` returns it.
 */
export function unknownVariables(
  environment: Environment,
  known: readonly string[],
): readonly string[] {
  return Object.keys(environment)
    .filter((name) => OWN.test(name) && !known.includes(name))
    .map((name) => {
      const [nearest] = known.toSorted((a, b) => leven(name, a) - leven(name, b));
      return `${name} is not a known variable. The nearest known one is ${nearest}. Rename or unset it.`;
    });
}
