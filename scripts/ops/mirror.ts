import { z } from 'zod';
import { callOps } from '../run/ops-client.ts';
import type { OpsCommand } from './command.ts';

const moment = z.number().nullable();
const shown = z.object({
  unfinished: z.array(
    z.object({ id: z.string(), type: z.string(), state: z.string(), reason: z.string().nullable() }),
  ),
  eventsAskedAt: moment,
  comparedAt: moment,
});
const replayed = z.object({ replayed: z.array(z.object({ id: z.string(), outcome: z.string() })) });
const reconciled = z.object({ events: z.number(), missed: z.number(), parked: z.number() });
const compared = z.record(
  z.string(),
  z.object({ rows: z.number(), missing: z.number(), different: z.number(), gone: z.number() }),
);

const NOTE =
  'People and organizations are kept at WorkOS; what access is decided by is mirrored here, by webhooks and by asking.';

export const mirrorShow: OpsCommand = {
  name: 'mirror show',
  summary: 'Say how fresh the mirror of WorkOS is, and which events stand still',
  note: NOTE,
  positionals: [],
  options: {},
  examples: ['mirror show', 'mirror show --remote'],
  async run(_given, target) {
    const mirror = shown.parse((await callOps(target, 'GET', '/mirror')).body);
    console.log(
      `Events asked for ${when(mirror.eventsAskedAt)}, everything compared ${when(mirror.comparedAt)}`,
    );
    if (mirror.unfinished.length === 0) console.log('No event stands still');
    for (const { id, type, state, reason } of mirror.unfinished)
      console.log(`${id} ${type} ${state}${reason === null ? '' : `: ${reason}`}`);
  },
};

export const mirrorReplay: OpsCommand = {
  name: 'mirror replay',
  summary: 'Work events through again that could not be',
  note: NOTE,
  positionals: [],
  options: { event: { value: 'id', help: 'only this one, as `mirror show` names it' } },
  examples: ['mirror replay', 'mirror replay --event event_01H…'],
  async run({ options }, target) {
    const event = options.get('event')?.[0];
    const { body } = await callOps(target, 'POST', '/mirror/replay', event === undefined ? {} : { event });
    const outcomes = replayed.parse(body).replayed;
    if (outcomes.length === 0) console.log('There was no such event');
    for (const { id, outcome } of outcomes) console.log(`${id} ${outcome}`);
  },
};

export const mirrorSync: OpsCommand = {
  name: 'mirror sync',
  summary: 'Ask WorkOS now for what no webhook brought',
  note: NOTE,
  positionals: [],
  options: {},
  examples: ['mirror sync'],
  async run(_given, target) {
    const { events, missed, parked } = reconciled.parse((await callOps(target, 'POST', '/mirror/sync')).body);
    console.log(`${events} events, ${missed} of them missed by webhooks, ${parked} parked`);
  },
};

export const mirrorCompare: OpsCommand = {
  name: 'mirror compare',
  summary: 'Compare the whole mirror with WorkOS now, and repair it',
  note: NOTE,
  positionals: [],
  options: {},
  examples: ['mirror compare'],
  async run(_given, target) {
    const tables = compared.parse((await callOps(target, 'POST', '/mirror/compare')).body);
    for (const [table, { rows, missing, different, gone }] of Object.entries(tables))
      console.log(
        `${table}: ${rows} rows, repaired ${missing} missing, ${different} different, ${gone} gone`,
      );
  },
};

function when(at: number | null): string {
  return at === null ? 'never' : new Date(at).toISOString();
}
