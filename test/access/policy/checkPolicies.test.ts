import { describe, expect, it, jest } from '@jest/globals';
import { GongError } from '../../../src/gong/errors.js';
import { checkPolicies } from '../../../src/access/policy/checkPolicies.js';
import { policyIn } from '../../support/config.js';

const workspaces = [
  { id: '10', name: 'Sales' },
  { id: '20', name: null },
];

describe('Policies', () => {
  it('that name no workspaces are valid without a request', async () => {
    const read = jest.fn(() => Promise.resolve(workspaces));
    expect(await checkPolicies(policyIn('own-calls'), read)).toEqual({ result: 'good' });
    expect(read).not.toHaveBeenCalled();
  });

  it('that name existing workspaces are valid', async () => {
    const policies = policyIn('workspaces=Sales', { roles: { boss: 'workspaces=20|10' } });
    expect(await checkPolicies(policies, () => Promise.resolve(workspaces))).toEqual({
      result: 'good',
    });
  });

  it.each([
    ['the base', policyIn('workspaces=Sales|Sails')],
    ['a role', policyIn('workspaces=Sales', { roles: { boss: 'workspaces=Sails' } })],
  ])(
    'that name a missing workspace are invalid, with a list of the existing ones: %s',
    async (_, policies) => {
      expect(await checkPolicies(policies, () => Promise.resolve(workspaces))).toEqual({
        result: 'bad',
        problem:
          'The policy names workspaces that do not exist: "Sails"; the company has "Sales", "20".',
      });
    },
  );

  it('that name a workspace of a company without workspaces are invalid', async () => {
    const checked = await checkPolicies(policyIn('workspaces=Sales'), () => Promise.resolve([]));
    expect(checked).toMatchObject({ problem: expect.stringContaining('the company has none') });
  });

  it('cannot be checked while Gong is unreachable', async () => {
    const error = new GongError('unavailable', 'Down.');
    const checked = await checkPolicies(policyIn('workspaces=Sales'), () => Promise.reject(error));
    expect(checked).toEqual({ result: 'unchecked', error });
  });
});
