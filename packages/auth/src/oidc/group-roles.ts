import { z } from 'zod';

/** What members of a group at the provider are here, `OIDC_GROUP_ROLES`: the first entry that fits a person decides. */
export const groupRoles = z.array(
  z.strictObject({ group: z.string().min(1), organization: z.string().min(1), role: z.string().min(1) }),
);
export type GroupRoles = Readonly<z.output<typeof groupRoles>>;

export interface OrganizationRole {
  readonly organization: string;
  readonly role: string;
}

/** The organization and role that somebody's groups give; null where none of them is known here. */
export function roleOfGroups(groups: readonly string[], roles: GroupRoles): OrganizationRole | null {
  const entry = roles.find(({ group }) => groups.includes(group));
  return entry === undefined ? null : { organization: entry.organization, role: entry.role };
}

const groupsClaim = z.union([z.array(z.string()), z.string().transform((group) => [group])]);

/** Null where the claim is neither a group nor a list of groups; a missing one is no groups. */
export function groupsOf(claim: unknown): readonly string[] | null {
  return claim === undefined ? [] : (groupsClaim.safeParse(claim).data ?? null);
}
