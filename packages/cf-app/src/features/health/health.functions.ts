import { createServerFn } from '@tanstack/react-start';
import { z } from 'zod';
import { healthForOperators, replayInConsole } from './health-page.server.ts';

/** How everything is doing, for administrators. */
export const loadHealth = createServerFn({ method: 'GET' }).handler(() => healthForOperators());

/** Works events of WorkOS through again that could not be: one by its id, or all of them. */
export const replayEvents = createServerFn({ method: 'POST' })
  .validator(z.object({ event: z.string().min(1).max(200).nullable() }))
  .handler(({ data }) => replayInConsole(data.event));
