import { z } from 'zod';
import { callOps, type OpsTarget } from '../run/ops-client.ts';
import type { OpsCommand } from './command.ts';

const mapped = z.object({ user: z.string(), stores: z.array(z.string()), readable: z.boolean() });

const USER = 'user-id';
const FOUND_AT =
  'The user id (user_…) is in the WorkOS dashboard, and on the page that people get who may see no store.';

export const accessGrant: OpsCommand = {
  name: 'access grant',
  summary: 'Let a person see stores',
  note: FOUND_AT,
  positionals: [USER, 'store…'],
  options: {},
  examples: [
    'access grant user_01LKOUTSIDER gifts',
    'access grant user_01LKOUTSIDER fmdf northwind --remote',
  ],
  async run({ positionals: [user = '', ...stores] }, target) {
    await tell(target, 'PUT', user, '', { stores });
  },
};

export const accessRevoke: OpsCommand = {
  name: 'access revoke',
  summary: 'Take stores away from a person',
  positionals: [USER, 'store…'],
  options: {},
  examples: ['access revoke user_01LKOUTSIDER gifts'],
  async run({ positionals: [user = '', ...stores] }, target) {
    await tell(
      target,
      'DELETE',
      user,
      `?${stores.map((slug) => `store=${encodeURIComponent(slug)}`).join('&')}`,
    );
  },
};

export const accessShow: OpsCommand = {
  name: 'access show',
  summary: 'Say which stores a person was granted',
  positionals: [USER],
  options: {},
  examples: ['access show user_01LKAGENCY'],
  async run({ positionals: [user = ''] }, target) {
    await tell(target, 'GET', user);
  },
};

async function tell(
  target: OpsTarget,
  method: string,
  user: string,
  query = '',
  body?: unknown,
): Promise<void> {
  const answer = await callOps(target, method, `/access/${encodeURIComponent(user)}${query}`, body);
  const access = mapped.parse(answer.body);
  const stores = access.stores.length === 0 ? 'no store' : access.stores.join(', ');
  console.log(`${access.user} may see ${stores}`);
  if (!access.readable) {
    console.log(
      'What is stored is not a JSON array of slugs, so that it gives nothing; granting a store mends it.',
    );
  }
}
