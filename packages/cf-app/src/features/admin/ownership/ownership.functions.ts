import { createServerFn } from '@tanstack/react-start';
import { ownership } from './ownership.schema.ts';
import { assignStore, unassignStore } from './ownership.server.ts';

/** An organization's members, keys and applications see the store from now on. */
export const giveStore = createServerFn({ method: 'POST' })
  .validator(ownership)
  .handler(({ data }) => assignStore(data));

export const takeStore = createServerFn({ method: 'POST' })
  .validator(ownership)
  .handler(({ data }) => unassignStore(data));
