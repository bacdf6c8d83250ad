import { PORTAL_INTENTS } from '@layerkick/auth/workos/portal-intent';
import { z } from 'zod';
import { organizationId, workosId } from '../memberships/memberships.schema.ts';
import { AUTO_JOIN_ROLES } from '../memberships/roles.ts';

const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'not a domain such as acme.com');

export const organizationToShow = z.object({ organization: z.string().max(300) });
const name = z.string().trim().min(1, 'give it a name').max(200, 'at most 200 characters');
export const newOrganization = z.object({
  name,
  /** The same for each attempt at one organization. */
  attempt: z.uuid(),
});
export const organizationToRename = z.object({ organization: organizationId, name });
/** `confirmed`: its name, as the person typed it. */
export const organizationToDelete = z.object({
  organization: organizationId,
  confirmed: z.string().max(500),
});
export const domainToAdd = z.object({ organization: organizationId, domain });
export const domainToChange = z.object({ organization: organizationId, domain: workosId });
/** What is left out stays as it is. */
export const policyToSet = z.object({
  organization: organizationId,
  requireSso: z.boolean().optional(),
  autoJoinRole: z.enum(AUTO_JOIN_ROLES).nullable().optional(),
});
export type PolicyToSet = z.output<typeof policyToSet>;
export const linkToMake = z.object({ organization: organizationId, intent: z.enum(PORTAL_INTENTS) });
