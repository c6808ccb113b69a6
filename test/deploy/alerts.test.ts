import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { errorCodes } from '../../src/lib/errorCodes.js';
import { GatewayMetrics } from '../../src/telemetry/gatewayMetrics.js';

const pathOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const RULES = pathOf('deploy/prometheus/alerts.yml');
const UNIT_TESTS = pathOf('test/deploy/alerts.yml');

interface Rules {
  readonly groups: readonly {
    readonly rules: readonly { readonly alert: string; readonly expr: string }[];
  }[];
}

interface UnitTests {
  readonly tests: readonly {
    readonly alert_rule_test: readonly {
      readonly alertname: string;
      readonly exp_alerts: readonly unknown[];
    }[];
  }[];
}

const read = (path: string): unknown => parse(readFileSync(path, 'utf8'));
const rules = (read(RULES) as Rules).groups.flatMap((group) => group.rules);

/** Throws with what promtool says when it finds a problem. */
function promtool(...args: readonly string[]): string {
  return execFileSync(process.env['PROMTOOL_PATH'] ?? 'promtool', args, { encoding: 'utf8' });
}

describe('the alert rules', () => {
  it('are accepted by Prometheus', () => {
    expect(promtool('check', 'rules', RULES)).toContain('SUCCESS: 5 rules found');
  });

  it('fire and stay silent as planned', () => {
    expect(promtool('test', 'rules', UNIT_TESTS)).toContain('SUCCESS');
  });

  it.each(rules.map(({ alert }) => alert))('have series for which %s fires', (alert) => {
    const expected = (read(UNIT_TESTS) as UnitTests).tests
      .flatMap((test) => test.alert_rule_test)
      .filter(({ alertname }) => alertname === alert)
      .map(({ exp_alerts: alerts }) => alerts.length > 0);

    expect(expected).toContain(true);
  });

  it('use metrics, labels, and codes that the gateway has', async () => {
    const metrics = await new GatewayMetrics(false).registry.getMetricsAsJSON();
    const known = metrics.map(({ name }) => name);
    const text = rules.map(({ expr }) => expr).join('\n');
    const used = [...text.matchAll(/gong_gateway_\w+/g)].map(([name]) => name);
    const codes = /code=~"([^"]+)"/.exec(text)?.[1]?.split('|') ?? [];

    expect(used.length).toBeGreaterThanOrEqual(rules.length);
    expect(used.filter((name) => !known.includes(name))).toEqual([]);
    expect(codes.length).toBeGreaterThan(1);
    expect(codes.filter((code) => !Object.hasOwn(errorCodes, code))).toEqual([]);
  });
});
