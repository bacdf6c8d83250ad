import { createServerFn } from '@tanstack/react-start';
import { z } from 'zod';
import { summariesFor } from './store-summaries.server.ts';

const asked = z.object({ find: z.string().max(100) });

/** The stores that somebody may see, with figures for their cards. */
export const loadStores = createServerFn({ method: 'GET' })
  .validator(asked)
  .handler(({ data }) => summariesFor(data.find));
