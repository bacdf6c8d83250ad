import { createServerFn } from '@tanstack/react-start';
import { z } from 'zod';
import { liveOf } from './live.server.ts';

/** The shop right now, for whoever opens the page; from then on a socket tells. */
export const loadLive = createServerFn({ method: 'GET' })
  .validator(z.object({ slug: z.string() }))
  .handler(({ data }) => liveOf(data.slug));
