import { z } from 'zod';
import type { WorkOSConnection } from './client.ts';
import type { PortalIntent } from './portal-intent.ts';

/**
 * WorkOS did not do what was asked. `refused`: it will not, for `reason` where it gave one; asking again changes nothing.
 * Otherwise it did not answer as it should, and may have done it.
 */
export class AdministrationError extends Error {
  readonly code: 'workos_refused' | 'workos_unavailable';
  readonly status: number | null;
  /** WorkOS's own code. */
  readonly reason: string | null;

  constructor(action: string, status: number | null, reason: string | null, cause: unknown) {
    super(`WorkOS: ${action} ${status ?? ''}`.trim(), { cause });
    this.code = status !== null && REFUSALS.has(status) ? 'workos_refused' : 'workos_unavailable';
    this.status = status;
    this.reason = reason;
  }
}

/** Answers about what was asked; any other is about us, our key or the network. */
const REFUSALS: ReadonlySet<number> = new Set([400, 404, 409, 422]);

/** A session of a person as WorkOS lists it. Times are epoch ms. */
const listedSession = z
  .object({
    id: z.string().min(1),
    ip_address: z.string().nullish(),
    user_agent: z.string().nullish(),
    auth_method: z.string().nullish(),
    organization_id: z.string().nullish(),
    status: z.string().nullish(),
    created_at: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
  })
  .transform((session) => ({
    id: session.id,
    address: session.ip_address ?? null,
    browser: session.user_agent ?? null,
    method: session.auth_method ?? null,
    organizationId: session.organization_id ?? null,
    active: (session.status ?? 'active') === 'active',
    createdAt: session.created_at,
  }));
export type ListedSession = z.output<typeof listedSession>;

const listed = z.object({ data: z.array(z.unknown()) });
const identified = z.looseObject({
  id: z.string(),
  state: z.string(),
  role_slug: z.string().nullish(),
  organization_id: z.string().nullish(),
});
const portal = z.object({ link: z.url({ protocol: /^https?$/ }) });

/**
 * What operators change at WorkOS. Everything that is described comes back as it is over the wire, which is the form
 * that webhooks have, too. What is asked for again is done once. All throw {@link AdministrationError}.
 */
export interface WorkOSAdministration {
  /** @param key the same for each attempt at one organization */
  createOrganization(name: string, key: string): Promise<unknown>;
  renameOrganization(organizationId: string, name: string): Promise<unknown>;
  /** With its memberships, invitations, domains, connections and keys. */
  deleteOrganization(organizationId: string): Promise<void>;
  addDomain(organizationId: string, domain: string): Promise<unknown>;
  /** Asks WorkOS to look for the proof. */
  verifyDomain(domainId: string): Promise<unknown>;
  removeDomain(domainId: string): Promise<void>;
  setRole(membershipId: string, role: string): Promise<unknown>;
  setActive(membershipId: string, active: boolean): Promise<unknown>;
  removeMembership(membershipId: string): Promise<void>;
  /** The same invitation that waits already is answered as it is. */
  invite(invitation: Invitation): Promise<unknown>;
  resendInvitation(invitationId: string): Promise<unknown>;
  revokeInvitation(invitationId: string): Promise<unknown>;
  sessionsOf(userId: string): Promise<readonly ListedSession[]>;
  revokeSession(sessionId: string): Promise<void>;
  /** A link that lets whoever has it set this up for the organization, for five minutes. */
  portalLink(organizationId: string, intent: PortalIntent, returnUrl: string): Promise<string>;
}

interface Invitation {
  readonly email: string;
  readonly organizationId: string | null;
  readonly role: string | null;
  /** Who invites; null for nobody who has an account. */
  readonly inviterId: string | null;
}

export function workosAdministration(connection: WorkOSConnection): WorkOSAdministration {
  let loading: ReturnType<typeof load> | undefined;
  type Client = Awaited<ReturnType<typeof load>>;

  async function ask<T>(action: string, call: (client: Client) => Promise<T>): Promise<T> {
    try {
      return await call(await (loading ??= load(connection)));
    } catch (error) {
      throw failure(action, error);
    }
  }
  const get = (path: string, query: Readonly<Record<string, string>> = {}) =>
    ask(path, async (client) => (await client.get<unknown>(path, { query })).data);
  const post = (path: string, body: object, key?: string) =>
    ask(
      path,
      async (client) =>
        (await client.post<unknown>(path, body, key === undefined ? {} : { idempotencyKey: key })).data,
    );
  const put = (path: string, body: object) =>
    ask(path, async (client) => (await client.put<unknown>(path, body)).data);
  /** What is gone already was deleted. */
  const remove = (path: string) => unless404(ask(path, (client) => client.delete(path)));
  const id = encodeURIComponent;

  return {
    createOrganization: (name, key) => post('/organizations', { name }, key),
    renameOrganization: (organizationId, name) => put(`/organizations/${id(organizationId)}`, { name }),
    deleteOrganization: (organizationId) => remove(`/organizations/${id(organizationId)}`),
    async addDomain(organizationId, domain) {
      try {
        return await post('/organization_domains', { organization_id: organizationId, domain });
      } catch (error) {
        const known = domainOf(await get(`/organizations/${id(organizationId)}`), domain);
        if (known === null) throw error;
        return known;
      }
    },
    verifyDomain: (domainId) => post(`/organization_domains/${id(domainId)}/verify`, {}),
    removeDomain: (domainId) => remove(`/organization_domains/${id(domainId)}`),
    setRole: (membershipId, role) => put(`${MEMBERSHIPS}/${id(membershipId)}`, { role_slug: role }),
    setActive: (membershipId, active) =>
      put(`${MEMBERSHIPS}/${id(membershipId)}/${active ? 'reactivate' : 'deactivate'}`, {}),
    removeMembership: (membershipId) => remove(`${MEMBERSHIPS}/${id(membershipId)}`),
    async invite({ email, organizationId, role, inviterId }) {
      const organization = organizationId === null ? {} : { organization_id: organizationId };
      const body = {
        email,
        ...organization,
        ...(role === null ? {} : { role_slug: role }),
        ...(inviterId === null ? {} : { inviter_user_id: inviterId }),
      };
      try {
        return await post(INVITATIONS, body);
      } catch (error) {
        // Perhaps because the attempt before worked, and its answer was lost. One with another role is not that.
        const invited = await get(INVITATIONS, { limit: '100', email, ...organization });
        const waiting = pendingOf(invited, organizationId, role);
        if (waiting === undefined) throw error;
        return waiting;
      }
    },
    resendInvitation: (invitationId) => post(`${INVITATIONS}/${id(invitationId)}/resend`, {}),
    async revokeInvitation(invitationId) {
      try {
        return await post(`${INVITATIONS}/${id(invitationId)}/revoke`, {});
      } catch (error) {
        const now = identified.parse(await get(`${INVITATIONS}/${id(invitationId)}`));
        if (now.state !== 'revoked') throw error;
        return now;
      }
    },
    async sessionsOf(userId) {
      const { data } = listed.parse(
        await get(`/user_management/users/${id(userId)}/sessions`, { limit: '100' }),
      );
      return z.array(listedSession).parse(data);
    },
    revokeSession: (sessionId) =>
      unless404(post('/user_management/sessions/revoke', { session_id: sessionId })),
    async portalLink(organizationId, intent, returnUrl) {
      const link = await post('/portal/generate_link', {
        organization: organizationId,
        intent,
        return_url: returnUrl,
        success_url: returnUrl,
      });
      return portal.parse(link).link;
    },
  };
}

const MEMBERSHIPS = '/user_management/organization_memberships';
const INVITATIONS = '/user_management/invitations';

const organizationWithDomains = z.object({ domains: z.array(z.looseObject({ domain: z.string() })) });

function domainOf(organization: unknown, domain: string): unknown {
  return organizationWithDomains.parse(organization).domains.find((each) => each.domain === domain) ?? null;
}

function pendingOf(page: unknown, organizationId: string | null, role: string | null): unknown {
  return z
    .array(identified)
    .parse(listed.parse(page).data)
    .find(
      (each) =>
        each.state === 'pending' &&
        (each.organization_id ?? null) === organizationId &&
        (each.role_slug ?? null) === role,
    );
}

async function unless404(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof AdministrationError && error.status === 404)) throw error;
  }
}

function failure(action: string, error: unknown): AdministrationError {
  const details = z
    .object({ status: z.number(), code: z.string().nullish() })
    .partial()
    .safeParse(error).data;
  return new AdministrationError(action, details?.status ?? null, details?.code ?? null, error);
}

async function load(connection: WorkOSConnection) {
  const { WorkOSClient } = await import('./client.ts');
  return new WorkOSClient(connection);
}
