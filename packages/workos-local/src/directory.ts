import { type Account, type OrganizationSeed, PERMISSIONS } from './accounts.ts';
import type { Records, UserRecord } from './emulator.ts';

/** What a person is in an organization: the claims that an access token carries about it. */
export interface Standing {
  readonly role: string;
  readonly permissions: readonly string[];
}

/** Adds the accounts as users under their own ids (the emulator's own seed invents ids). */
export function seedAccounts(records: Records, accounts: readonly Account[]): void {
  for (const account of accounts) {
    records.users.insert({
      id: account.id,
      object: 'user',
      email: account.email,
      first_name: account.firstName,
      last_name: account.lastName,
      email_verified: true,
      profile_picture_url: null,
      last_sign_in_at: null,
      external_id: null,
      metadata: {},
      locale: null,
      password_hash: null,
      impersonator: null,
    });
  }
}

/** Adds organizations under their own ids, with their members, and the roles and permissions that those have. */
export function seedOrganizations(records: Records, organizations: readonly OrganizationSeed[]): void {
  for (const { id, name, members } of organizations) {
    records.organizations.insert({
      id,
      object: 'organization',
      name,
      external_id: null,
      metadata: {},
      stripe_customer_id: null,
    });
    for (const [userId, role] of Object.entries(members)) {
      const membership = {
        object: 'organization_membership' as const,
        user_id: userId,
        organization_id: id,
        organization_name: name,
        role: { slug: role },
        status: 'active' as const,
        external_id: null,
        metadata: {},
      };
      records.organizationMemberships.insert(membership);
    }
  }
  for (const [slug, roles] of Object.entries(PERMISSIONS)) {
    const permission = records.permissions.insert({
      object: 'permission',
      slug,
      name: slug,
      description: null,
    });
    for (const role of roles) {
      records.rolePermissions.insert({ role_id: roleBySlug(records, role), permission_id: permission.id });
    }
  }
}

function roleBySlug(records: Records, slug: string): string {
  const known = records.roles.findOneBy('slug', slug);
  if (known) return known.id;
  return records.roles.insert({
    object: 'role',
    slug,
    name: slug,
    description: null,
    type: 'EnvironmentRole',
    organization_id: null,
    is_default_role: false,
    priority: 0,
  }).id;
}

export function userByEmail(records: Records, email: string): UserRecord | undefined {
  return records.users.findOneBy('email', email);
}

/** The organizations in which the person's membership is active, as `{ id, name }`, oldest membership first. */
export function activeOrganizations(records: Records, userId: string): { id: string; name: string }[] {
  return records.organizationMemberships
    .findBy('user_id', userId)
    .filter((membership) => membership.status === 'active')
    .map((membership) => records.organizations.get(membership.organization_id))
    .filter((organization) => organization !== undefined)
    .map(({ id, name }) => ({ id, name }));
}

/** Role and permissions of an active member; `null` for anybody else. */
export function standingIn(records: Records, userId: string, organizationId: string): Standing | null {
  const membership = records.organizationMemberships
    .findBy('user_id', userId)
    .find((each) => each.organization_id === organizationId && each.status === 'active');
  if (!membership) return null;
  const role = records.roles
    .findBy('slug', membership.role.slug)
    .find((each) => each.organization_id === null || each.organization_id === organizationId);
  return { role: membership.role.slug, permissions: role ? permissionsOfRole(records, role.id) : [] };
}

/** Slugs of what a role permits. */
export function permissionsOfRole(records: Records, roleId: string): string[] {
  return records.rolePermissions
    .findBy('role_id', roleId)
    .map((each) => records.permissions.get(each.permission_id)?.slug)
    .filter((slug) => slug !== undefined);
}
