import { describe, expect, it } from '@jest/globals';
// @ts-expect-error: scripts that run before anything is built are JavaScript.
import * as auditReport from '../../scripts/lib/auditReport.js';
// @ts-expect-error: likewise.
import * as billOf from '../../scripts/lib/bill.js';
// @ts-expect-error: likewise.
import * as licenses from '../../scripts/lib/licenses.js';

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly object[];
}

/** The parts of a CycloneDX document that matter here. */
interface Bill {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: string[] }[];
}

const { judgeAudit } = auditReport as {
  judgeAudit: (text: string) => { verdict: string; message: string };
};
const { packagesIn, reachableFrom, readBill } = billOf as {
  packagesIn: (source: string) => string[];
  reachableFrom: (names: ReadonlySet<string>, document: Bill) => Bill;
  readBill: () => Bill;
};
const { isAllowed, licenseProblems } = licenses as {
  isAllowed: (expression: string) => boolean;
  licenseProblems: (document: Pick<Bill, 'components'>) => string[];
};

const component = (name: string, ...said: readonly object[]): Component => ({
  'bom-ref': `${name}@1.0.0`,
  name,
  version: '1.0.0',
  licenses: said,
});

describe('isAllowed', () => {
  it.each([
    ['MIT', true],
    ['GPL-3.0-only', false],
    ['', false],
    ['MIT OR GPL-3.0-only', true],
    ['(GPL-3.0-only OR MIT)', true],
    ['MIT AND GPL-3.0-only', false],
    ['MIT AND (GPL-3.0-only OR ISC)', true],
    ['GPL-3.0-only OR MIT AND Elastic-2.0', false],
    ['(MIT', false],
    ['MIT ISC', false],
    ['Apache-2.0 WITH LLVM-exception', false],
    ['SEE LICENSE IN LICENSE.md', false],
  ])('judges %j: %s', (expression, expected) => {
    expect(isAllowed(expression)).toBe(expected);
  });
});

describe('licenseProblems', () => {
  it('names the packages whose license is missing or not allowed', () => {
    const components = [
      component('fine', { license: { id: 'MIT' } }),
      component('either', { expression: '(GPL-3.0-only OR ISC)' }),
      component('copyleft', { license: { id: 'AGPL-3.0-only' } }),
      component('own', { license: { name: 'Custom' } }),
      component('both', { license: { id: 'MIT' } }, { license: { id: 'GPL-2.0-only' } }),
      component('silent'),
    ];

    expect(licenseProblems({ components }).map((line) => line.split(',')[0])).toEqual([
      'copyleft@1.0.0 has the license AGPL-3.0-only',
      'own@1.0.0 has the license Custom',
      'both@1.0.0 has the license (MIT) AND (GPL-2.0-only)',
      'silent@1.0.0 names no license',
    ]);
  });
});

describe('the bill of materials', () => {
  it('holds what is reachable from the named packages, and nothing else', () => {
    const root = component('root');
    const ref = (name: string) => `${name}@1.0.0`;
    const document: Bill = {
      metadata: { component: root },
      components: ['used', 'below', 'tool', 'page'].map((name) => component(name)),
      dependencies: [
        { ref: ref('root'), dependsOn: ['used', 'tool', 'page'].map(ref) },
        { ref: ref('used'), dependsOn: [ref('below')] },
        { ref: ref('below'), dependsOn: [ref('used')] },
        { ref: ref('tool'), dependsOn: [ref('below')] },
      ],
    };
    const bill = reachableFrom(new Set(['used', 'page', 'below']), document);

    expect(bill.components.map(({ name }) => name)).toEqual(['used', 'below', 'page']);
    expect(bill.dependencies[0]?.dependsOn).toEqual(['used', 'page'].map(ref));
    expect(bill.dependencies.map((each) => each.ref)).not.toContain(ref('tool'));
  });

  it('finds the packages that a page imports', () => {
    const source = `import { a } from 'graphql'; import '@scope/name/style.css';
      export { b } from './own.js'; const c = await import('uplot/dist/x.js');`;

    expect(packagesIn(source)).toEqual(['graphql', '@scope/name', 'uplot']);
  });

  it('lists what users get of this package, all with allowed licenses', () => {
    const bill = readBill();
    const names = bill.components.map(({ name }) => name);

    expect(bill.metadata.component.name).toBe('gong-graphql-gateway');
    expect(names).toEqual(expect.arrayContaining(['fastify', 'graphql', 'react', 'ioredis']));
    for (const tool of ['jest', 'eslint', 'typescript', 'vite']) expect(names).not.toContain(tool);
    expect(licenseProblems(bill)).toEqual([]);
  });
});

describe('judgeAudit', () => {
  const report = (counts: object, vulnerabilities: object = {}) =>
    JSON.stringify({
      auditReportVersion: 2,
      vulnerabilities,
      metadata: { vulnerabilities: counts },
    });

  it.each([
    [{ low: 0, high: 0, total: 0 }, 'ok'],
    [{ low: 2, moderate: 1, high: 0, critical: 0, total: 3 }, 'ok'],
    [{ high: 1, critical: 0, total: 1 }, 'vulnerable'],
    [{ high: 0, critical: 1, total: 1 }, 'vulnerable'],
  ])('judges findings: %j is %s', (counts, verdict) => {
    expect(judgeAudit(report(counts)).verdict).toBe(verdict);
  });

  it('names the packages with findings that fail', () => {
    const found = { bad: { name: 'bad', severity: 'high' }, odd: { name: 'odd', severity: 'low' } };
    const { message } = judgeAudit(report({ low: 1, high: 1, total: 2 }, found));

    expect(message).toContain('1 low, 1 high: bad (high)');
    expect(message).not.toContain('odd');
  });

  it.each([
    '{"message":"request to https://x failed, reason: connect ECONNREFUSED","error":{"summary":"","detail":""}}',
    '{"message":"405 Method Not Allowed - POST https://x","statusCode":405,"error":{"summary":"","detail":""}}',
  ])('distinguishes a registry that does not answer: %s', (text) => {
    const { verdict, message } = judgeAudit(text);

    expect(verdict).toBe('unchecked');
    expect(message).toMatch(/^NOT CHECKED/);
  });

  it.each(['', '{}', '{"error":{"code":"ENOLOCK","summary":"This command requires a lockfile."}}'])(
    'fails when npm could not ask: %j',
    (text) => {
      expect(judgeAudit(text).verdict).toBe('failed');
    },
  );
});
