import { Hono } from 'hono';
import { z } from 'zod';
import { isConfigured } from './settings.ts';
import { refusalPage } from './sign-in-page.ts';
import type { World } from './world.ts';

const logoutRequest = z.object({ session_id: z.string(), return_to: z.string().optional() });

/**
 * `GET /user_management/sessions/logout`: ends the session and goes back to the app. An unknown session is one that
 * ended already; an address that was not configured is refused before anything happens.
 */
export function logoutRoutes(world: World): Hono {
  return new Hono().get('/user_management/sessions/logout', (context) => {
    const parsed = logoutRequest.safeParse(context.req.query());
    if (!parsed.success) return context.html(refusalPage(['session_id: required']), 422);
    const { session_id: sessionId, return_to: returnTo } = parsed.data;
    const { logoutUris } = world.settings;
    if (returnTo !== undefined && !isConfigured(returnTo, logoutUris)) {
      return context.html(
        refusalPage([`return_to: ${returnTo} is not one of ${logoutUris.join(', ')}`]),
        400,
      );
    }
    world.sessions.end(sessionId);
    return context.redirect(returnTo ?? logoutUris[0] ?? '/');
  });
}
