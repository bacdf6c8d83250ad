import { z } from 'zod';
import { ROLES } from './roles.ts';

/** Whatever WorkOS calls something; what is not known by it is answered so. */
export const workosId = z.string().regex(/^[A-Za-z0-9_]{1,120}$/, 'not an id of WorkOS');
export const organizationId = z.string().regex(/^org_[A-Za-z0-9]{1,64}$/, 'not an organization’s id');

export const membershipToChange = z.object({ membership: workosId });
export const roleToGive = z.object({ membership: workosId, role: z.enum(ROLES) });
export const standingToGive = z.object({ membership: workosId, active: z.boolean() });
export const invitationToChange = z.object({ invitation: workosId });
/** Into no organization, and then with no role there: only to have an account. */
export const newInvitation = z
  .object({
    email: z.string().trim().toLowerCase().max(320).pipe(z.email('not an e-mail address')),
    organization: organizationId.nullable(),
    role: z.enum(ROLES).nullable(),
  })
  .refine(({ organization, role }) => (organization === null) === (role === null), {
    message: 'a role is one in an organization',
    path: ['role'],
  });
export type NewInvitation = z.output<typeof newInvitation>;
