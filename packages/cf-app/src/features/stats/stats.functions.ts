import { createServerFn } from '@tanstack/react-start';
import { z } from 'zod';
import { reportOf } from './stats.server.ts';

const asked = z.object({ slug: z.string(), search: z.record(z.string(), z.unknown()) });

/** The figures of one store for one state of the page's URL. */
export const loadStats = createServerFn({ method: 'GET' })
  .validator(asked)
  .handler(({ data }) => reportOf(data.slug, data.search));
