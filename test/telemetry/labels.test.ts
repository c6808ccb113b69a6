import { describe, expect, it } from '@jest/globals';
import { clientLabel, OperationLabels } from '../../src/telemetry/labels.js';

describe('names of operations as labels', () => {
  it('are unchanged, up to 200', () => {
    const labels = new OperationLabels();

    const given = Array.from({ length: 201 }, (_, index) => labels.of(`Dashboard${index}`));

    expect(given[199]).toBe('Dashboard199');
    expect(given[200]).toBe('other');
    expect(labels.of('Dashboard0')).toBe('Dashboard0');
    expect(new Set(given).size).toBe(201);
  });

  it.each(['Call_7782342274025937895', 'At1767225600', 'x'.repeat(65)])(
    'are `other` when generated, and do not count: %s',
    (name) => {
      const labels = new OperationLabels();

      const given = Array.from({ length: 300 }, () => labels.of(name));

      expect(new Set(given)).toEqual(new Set(['other']));
      expect(Array.from({ length: 200 }, (_, index) => labels.of(`Q${index}`))).not.toContain(
        'other',
      );
    },
  );
});

describe('names of clients as labels', () => {
  it.each([
    ['bi', 'bi'],
    ['BI team', 'BI team'],
    ['ann@example.com', 'other'],
  ])('are not emails: %s', (name, label) => {
    expect(clientLabel(name)).toBe(label);
  });
});
