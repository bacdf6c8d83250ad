import { PERMISSIONS } from '@layerkick/auth/auth-context';
import { z } from 'zod';
import type { Operation } from '../operation.ts';

const account = z
  .object({
    principal: z.object({
      kind: z.enum(['user', 'api-key', 'service', 'share-link']),
      id: z.string(),
      email: z.string().optional(),
      name: z.string().optional(),
    }),
    via: z
      .enum(['session', 'bearer', 'api-key', 'share', 'dev-bypass'])
      .meta({ description: 'The kind of credential that the request was judged by.' }),
    organization: z.object({ id: z.string(), role: z.string().nullable() }).nullable(),
    stores: z
      .union([z.literal('all'), z.array(z.string())])
      .meta({ description: '`all`, or the slugs that may be seen.' }),
    permissions: z.array(z.enum(PERMISSIONS)),
    degraded: z
      .boolean()
      .meta({ description: 'The identity provider cannot be asked, and its last good answer is used.' }),
  })
  .meta({ id: 'Account' });

export const showAccount = {
  method: 'GET',
  path: '/me',
  tag: 'Account',
  summary: 'Who am I, and what may I see?',
  permission: 'any',
  write: false,
  answer: { kind: 'json', status: 200, schema: account },
} as const satisfies Operation;

export const showAdministrator = {
  method: 'GET',
  path: '/admin/me',
  tag: 'Account',
  summary: 'The same, for administrators only',
  description:
    'Answers 403 to everybody else: how another service asks whether somebody is an administrator.',
  permission: 'admin',
  write: false,
  answer: { kind: 'json', status: 200, schema: account },
} as const satisfies Operation;
