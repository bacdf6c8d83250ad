import { Hono } from 'hono';
import { z } from 'zod';
import { unfinishedEvents } from '../../features/mirror/inbox.server.ts';
import { replayRecorded } from '../../features/mirror/replay-recorded.server.ts';
import { readSync } from '../../features/mirror/sync-cursor.server.ts';
import { compareNow, syncEventsNow } from '../../features/mirror/sync.server.ts';
import { problemResponse } from '../problem.ts';
import { operatorChange } from './change.ts';
import { parseBody } from './parse-body.ts';

/** What is known here of WorkOS's people and organizations, for operators: how fresh it is, and what stands still. */
export const mirrorRoute = new Hono<{ Bindings: Env }>();

const replay = z.strictObject({ event: z.string().min(1).max(200).optional() });

mirrorRoute.get('/', async (c) => {
  const [unfinished, events, compare] = await Promise.all([
    unfinishedEvents(c.env.DB),
    readSync(c.env.DB, 'events'),
    readSync(c.env.DB, 'compare'),
  ]);
  return c.json({ unfinished, eventsAskedAt: events?.ranAt ?? null, comparedAt: compare?.ranAt ?? null });
});

/** `{ event }`, or everything that was not worked through; answers what became of each. */
mirrorRoute.post('/replay', async (c) => {
  const body = await parseBody(c.req.raw, replay);
  if (!body.ok) return body.response;
  return c.json({ replayed: await replayRecorded(c.env.DB, body.value.event ?? null, operatorChange()) });
});

mirrorRoute.post('/sync', async (c) => {
  const events = await syncEventsNow(c.env, Date.now());
  return events === null ? problemResponse(NOT_WORKOS) : c.json(events);
});

mirrorRoute.post('/compare', async (c) => {
  const comparison = await compareNow(c.env, Date.now());
  return comparison === null ? problemResponse(NOT_WORKOS) : c.json(comparison);
});

const NOT_WORKOS = {
  status: 409,
  code: 'not_workos',
  title: 'Somebody else than WorkOS keeps the accounts of this deployment',
};
