import { z } from 'zod';

const impersonator = z.object({
  email: z.string(),
  reason: z
    .string()
    .nullish()
    .transform((v) => v ?? null),
});

/**
 * What a signed-in browser carries, sealed. The payload is the SDK's; what is not read here passes through, so that
 * resealing loses nothing.
 */
export const session = z.looseObject({
  accessToken: z.string().min(1),
  refreshToken: z.string().min(1),
  user: z.looseObject({
    id: z.string().min(1),
    email: z.string(),
    firstName: z.string().nullish(),
    lastName: z.string().nullish(),
  }),
  organizationId: z.string().optional(),
  /** Ours: the session's id at the provider, and when the person came back from signing in, in epoch ms. */
  sid: z.string().optional(),
  signedInAt: z.number().optional(),
  /** Ours: how the person signed in, and to which organization. */
  signedInBy: z.object({ method: z.string().nullable(), organizationId: z.string().nullable() }).optional(),
  /** WorkOS's name of how this answer was come by: `SSO`, `MagicAuth`, … */
  authenticationMethod: z.string().optional(),
  impersonator: impersonator.optional(),
});
export type Session = z.output<typeof session>;
