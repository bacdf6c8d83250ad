import { storeSlug } from '@layerkick/stats/store';
import { z } from 'zod';

const NO_USER_ID = 'not a user id such as user_01HZX…';

/**
 * A user id, as the provider of accounts writes it: `user_…` at WorkOS, `sub` elsewhere. An e-mail address is none, nor
 * is the id of something else at WorkOS, which is easily pasted in its place.
 */
export const userId = z
  .string()
  .regex(/^[A-Za-z0-9][\w|:.~+=-]{0,254}$/, NO_USER_ID)
  .refine((id) => /^user_[A-Za-z0-9]/.test(id) || !/^[a-z]+_/.test(id), NO_USER_ID);

/** As many as one change of access names. */
export const MOST_STORES = 100;

export const storeSlugs = z.array(storeSlug).min(1, 'name at least one store').max(MOST_STORES);
