import { z } from 'zod';
import { callOps, type OpsTarget } from '../run/ops-client.ts';
import type { OpsCommand } from './command.ts';

const answer = z.object({
  sessions: z.array(
    z.object({ sid: z.string(), signedInAt: z.number().nullable(), renewedAt: z.number().nullable() }),
  ),
});
type Session = z.output<typeof answer>['sessions'][number];

const USER = 'user-id';
const KEPT =
  'Sessions that are kept in KV (SESSION_STORE=kv, or too large for a cookie); others are in browsers only.';

export const sessionsList: OpsCommand = {
  name: 'sessions list',
  summary: 'Say where a person is signed in',
  note: KEPT,
  positionals: [USER],
  options: {},
  examples: ['sessions list user_01LKMERCHANT'],
  async run({ positionals: [user = ''] }, target) {
    const sessions = await ask(target, 'GET', user);
    if (sessions.length === 0) console.log('No session is kept in KV');
    for (const session of sessions) console.log(described(session));
  },
};

export const sessionsEnd: OpsCommand = {
  name: 'sessions end',
  summary: 'Sign a person out, everywhere or in one session',
  note: KEPT,
  positionals: [USER],
  options: { session: { value: 'id', help: 'only this one, as `sessions list` names it' } },
  examples: [
    'sessions end user_01LKMERCHANT',
    'sessions end user_01LKMERCHANT --session session_01H… --remote',
  ],
  async run({ positionals: [user = ''], options }, target) {
    const session = options.get('session')?.[0];
    const query = session === undefined ? '' : `?sid=${encodeURIComponent(session)}`;
    const ended = await ask(target, 'DELETE', user, query);
    if (ended.length === 0) console.log('There was no such session');
    for (const one of ended) console.log(`Ended ${described(one)}`);
  },
};

async function ask(target: OpsTarget, method: string, user: string, query = ''): Promise<readonly Session[]> {
  const { body } = await callOps(target, method, `/sessions/${encodeURIComponent(user)}${query}`);
  return answer.parse(body).sessions;
}

function described({ sid, signedInAt, renewedAt }: Session): string {
  return `${sid}, signed in ${moment(signedInAt)}, last renewed ${moment(renewedAt)}`;
}

function moment(at: number | null): string {
  return at === null ? 'at an unknown time' : new Date(at).toISOString();
}
