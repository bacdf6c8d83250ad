import { storeSlug } from '@layerkick/stats/store';
import { z } from 'zod';

/** A WorkOS user id, as its dashboard shows it. */
export const workosUserId = z
  .string()
  .regex(/^user_[A-Za-z0-9]{1,64}$/, 'not a WorkOS user id such as user_01HZX…');

/** As many as one change of access names. */
export const MOST_STORES = 100;

export const storeSlugs = z.array(storeSlug).min(1, 'name at least one store').max(MOST_STORES);
