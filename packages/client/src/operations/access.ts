import { storeSlug } from '@layerkick/stats/store';
import { z } from 'zod';
import type { Operation } from '../operation.ts';
import { MOST_STORES, storeSlugs, userId } from '../schemas/access.ts';
import { commaList } from '../schemas/comma-list.ts';

const person = z.strictObject({ userId });

const mapped = z
  .object({
    user: z.string(),
    stores: z.array(z.string()).meta({ description: 'Slugs that were granted to the person.' }),
    readable: z.boolean().meta({
      description: 'False where something else than a list of slugs is stored, which then gives nothing.',
    }),
  })
  .meta({ id: 'GrantedStores' });

const COMMON = {
  path: '/access/{userId}',
  tag: 'Access',
  permission: 'admin',
  params: person,
  answer: { kind: 'json', status: 200, schema: mapped },
} as const;

export const showAccess = {
  ...COMMON,
  method: 'GET',
  summary: 'Which stores a person was granted',
  write: false,
} as const satisfies Operation;

export const grantAccess = {
  ...COMMON,
  method: 'PUT',
  summary: 'Let a person see stores, beside those they see already',
  write: true,
  body: z.strictObject({ stores: storeSlugs }),
} as const satisfies Operation;

export const revokeAccess = {
  ...COMMON,
  method: 'DELETE',
  summary: 'Take stores away from a person',
  write: true,
  query: z.strictObject({
    stores: commaList(storeSlug, MOST_STORES)
      .optional()
      .meta({ description: 'Slugs, comma-separated; all of them where left out.' }),
  }),
} as const satisfies Operation;
