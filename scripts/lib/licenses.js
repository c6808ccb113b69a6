/** Licenses that let anyone ship a package in a program of any license, as SPDX names them. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Returns whether an SPDX expression, such as `(MIT OR GPL-3.0-only)`, allows to ship a package. */
export function isAllowed(expression) {
  const tokens = expression.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const take = (token) => {
    if (tokens[at] !== token) return false;
    at += 1;
    return true;
  };
  const one = () => {
    if (take('(')) {
      const inner = either();
      return take(')') && inner;
    }
    const name = tokens[at];
    at += 1;
    return ALLOWED.has(name);
  };
  const all = () => {
    let result = one();
    while (take('AND')) result = one() && result;
    return result;
  };
  function either() {
    let result = all();
    while (take('OR')) result = all() || result;
    return result;
  }
  const result = either();
  // What is left over is no expression, or one with an exception (WITH), which nobody has read yet.
  return result && at === tokens.length;
}

/** Returns the expression of a component of a CycloneDX document; empty when it names no license. */
function licenseOf({ licenses = [] }) {
  return licenses
    .map(({ expression, license }) => expression ?? license?.id ?? license?.name ?? '')
    .map((each) => (licenses.length > 1 ? `(${each})` : each))
    .join(' AND ');
}

/** Returns a line for each component of a CycloneDX document whose license is not allowed. */
export function licenseProblems({ components }) {
  return components.flatMap((component) => {
    const license = licenseOf(component);
    if (isAllowed(license)) return [];
    const { name, version } = component;
    const said = license === '' ? 'names no license' : `has the license ${license}`;
    return [`${name}@${version} ${said}, which scripts/lib/licenses.js does not allow.`];
  });
}
