import { createServerFn } from '@tanstack/react-start';
import { z } from 'zod';
import { deleteOwnStore } from './own-data.server.ts';

const storeToDelete = z.object({ slug: z.string().max(100), confirmed: z.string().max(100) });

/** For good; asked again until the receipt is there. */
export const deleteStoreOfMine = createServerFn({ method: 'POST' })
  .validator(storeToDelete)
  .handler(({ data }) => deleteOwnStore(data));
