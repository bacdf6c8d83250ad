import { z } from 'zod';
import { KEY_SCOPES } from './key-scopes.ts';

export const newKey = z.object({
  name: z.string().trim().min(1, 'give the key a name').max(80, 'at most 80 characters'),
  scopes: z
    .array(z.enum(KEY_SCOPES))
    .min(1, 'choose what the key may do')
    .transform((scopes) => [...new Set(scopes)]),
});
export type NewKey = z.output<typeof newKey>;

export const keyToRevoke = z.object({
  id: z.string().regex(/^api_key_[A-Za-z0-9_]{1,80}$/, 'not the id of an API key'),
});
