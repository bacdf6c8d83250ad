import { Hono } from 'hono';
import { z } from 'zod';
import { putClockForward } from '../../lib/local-clock.server.ts';
import { problemResponse } from '../problem.ts';

const forward = z.object({
  ms: z
    .int()
    .min(0)
    .max(400 * 24 * 60 * 60 * 1000),
});

/** `POST /api/local/clock` `{ "ms": 90000 }`: for tests, in local builds only. */
export const clockRoute = new Hono();

clockRoute.post('/', async (c) => {
  const { success, data } = forward.safeParse(await c.req.json().catch(() => null));
  if (!success) {
    return problemResponse({ status: 400, code: 'clock_invalid', title: 'ms: milliseconds, 0 or more' });
  }
  putClockForward(data.ms);
  return c.body(null, 204);
});
