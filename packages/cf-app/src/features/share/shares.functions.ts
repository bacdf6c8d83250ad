import { createServerFn } from '@tanstack/react-start';
import { endShareInRequest, makeShareInRequest } from './manage-shares.server.ts';
import { newShare, shareOfStore } from './share.schema.ts';

/** Makes a link; where it leads is in this answer and nowhere else. */
export const makeShare = createServerFn({ method: 'POST' })
  .validator(newShare)
  .handler(({ data }) => makeShareInRequest(data));

/** From the answer on, the link leads nowhere. */
export const endShare = createServerFn({ method: 'POST' })
  .validator(shareOfStore)
  .handler(({ data }) => endShareInRequest(data.slug, data.id));
