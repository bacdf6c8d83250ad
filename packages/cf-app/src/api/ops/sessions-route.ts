import { userId } from '@layerkick/client/schemas/access';
import { Hono } from 'hono';
import { z } from 'zod';
import { endSessions } from '../../features/auth/end-sessions.server.ts';
import { identityOf } from '../../features/auth/identity.server.ts';
import { operatorChange } from './change.ts';
import { parseFields } from './parse-body.ts';

/** Sessions of a person that are kept in KV, for operators: `{ user, sessions: [{ sid, signedInAt, renewedAt }] }`. */
export const sessionsRoute = new Hono<{ Bindings: Env }>();

const person = z.object({ user: userId });
const choice = z.object({ sid: z.string().min(1).max(300).optional() });

sessionsRoute.get('/:user', async (c) => {
  const params = parseFields(c.req.param(), person);
  if (!params.ok) return params.response;
  const { user } = params.value;
  return c.json({ user, sessions: await identityOf(c.env).keptSessions.of(user) });
});

/** Ends the session `?sid=`, or all of them; answers which. */
sessionsRoute.delete('/:user', async (c) => {
  const params = parseFields(c.req.param(), person);
  if (!params.ok) return params.response;
  const query = parseFields(c.req.query(), choice);
  if (!query.ok) return query.response;
  const { user } = params.value;
  const places = { kept: identityOf(c.env).keptSessions, db: c.env.DB };
  const sessions = await endSessions(places, user, query.value.sid ?? null, operatorChange());
  return c.json({ user, sessions });
});
