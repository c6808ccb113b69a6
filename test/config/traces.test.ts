import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config/config.js';
import { problemsOf } from './support.js';

const names = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'];

describe.each(names)('%s', (name) => {
  it.each([
    [undefined, false],
    ['', false],
    [' ', false],
    ['http://127.0.0.1:4318', true],
    ['https://collector.example.com/of/traces', true],
  ])('when it is %j, exports traces: %j', (value, expected) => {
    expect(parseConfig({ [name]: value }).exportsTraces).toBe(expected);
  });

  it.each(['collector.example.com:4318', 'grpc://user:the-password@collector', '/v1/traces'])(
    'refuses %j with the fix, without repeating it',
    (value) => {
      expect(problemsOf({ [name]: value })).toEqual([
        `${name} must be an http or https URL. Set it to the URL of a collector, such as http://collector.example.com:4318.`,
      ]);
    },
  );
});

it('leaves other variables of OpenTelemetry to its SDK', () => {
  expect(parseConfig({ OTEL_TRACES_SAMPLER: 'always_on' }).exportsTraces).toBe(false);
});
