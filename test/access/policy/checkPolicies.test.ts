import { describe, expect, it, jest } from '@jest/globals';
import { GongError } from '../../../src/gong/errors.js';
import { checkPolicies } from '../../../src/access/policy/checkPolicies.js';
import { policyIn } from '../../support/config.js';

const workspaces = [
  { id: '10', name: 'Sales' },
  { id: '20', name: null },
];

describe('Policies', () => {
  it('that name no workspaces are good unasked', async () => {
    const read = jest.fn(() => Promise.resolve(workspaces));
    expect(await checkPolicies(policyIn('own-calls'), read)).toEqual({ result: 'good' });
    expect(read).not.toHaveBeenCalled();
  });

  it('that name what is there are good', async () => {
    const policies = policyIn('workspaces=Sales', { roles: { boss: 'workspaces=20|10' } });
    expect(await checkPolicies(policies, () => Promise.resolve(workspaces))).toEqual({
      result: 'good',
    });
  });

  it.each([
    ['the base', policyIn('workspaces=Sales|Sails')],
    ['a role', policyIn('workspaces=Sales', { roles: { boss: 'workspaces=Sails' } })],
  ])('that name another are bad, with what there is: %s', async (_, policies) => {
    expect(await checkPolicies(policies, () => Promise.resolve(workspaces))).toEqual({
      result: 'bad',
      problem:
        'The policy names workspaces that do not exist: "Sails"; the company has "Sales", "20".',
    });
  });

  it('of a company without any are bad', async () => {
    const checked = await checkPolicies(policyIn('workspaces=Sales'), () => Promise.resolve([]));
    expect(checked).toMatchObject({ problem: expect.stringContaining('the company has none') });
  });

  it('can’t be checked while Gong can’t be asked', async () => {
    const error = new GongError('unavailable', 'Down.');
    const checked = await checkPolicies(policyIn('workspaces=Sales'), () => Promise.reject(error));
    expect(checked).toEqual({ result: 'unchecked', error });
  });
});
