import { createServerFn } from '@tanstack/react-start';
import { DIMENSIONS } from '@layerkick/stats/dimensions';
import { z } from 'zod';
import { knownValues } from './filters/known-values.server.ts';
import { reportOf } from './stats.server.ts';

const asked = z.object({ slug: z.string(), search: z.record(z.string(), z.unknown()) });

/** The figures of one store for one state of the page's URL. */
export const loadStats = createServerFn({ method: 'GET' })
  .validator(asked)
  .handler(({ data }) => reportOf(data.slug, data.search));

/** The values that a filter of the page may be about. */
export const loadValues = createServerFn({ method: 'GET' })
  .validator(asked.extend({ dimension: z.enum(DIMENSIONS) }))
  .handler(({ data }) => knownValues(data.slug, data.search, data.dimension));
