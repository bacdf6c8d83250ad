import { isFreeMail } from '@layerkick/auth/organization/domain-join';
import type { PortalIntent } from '@layerkick/auth/workos/portal-intent';
import { env } from 'cloudflare:workers';
import type { Change } from '#/features/access/audit-log.server.ts';
import { identityOf } from '#/features/auth/identity.server.ts';
import { mirrored } from '#/features/mirror/mirrored.server.ts';
import { readRecord } from '#/features/mirror/records.ts';
import { syncEventsNow } from '#/features/mirror/sync.server.ts';
import { administration, changeAtWorkOS, record, refuse } from '../at-workos.server.ts';
import type { News, OrganizationChange, OrganizationCreation, PortalLink } from './organizations.ts';

/** @param attempt the same for each attempt at one organization: it is made once */
export function createOrganization(name: string, attempt: string): Promise<OrganizationCreation> {
  return changeAtWorkOS(async (operator) => {
    const made = readRecord(
      'organization',
      await operator.administration.createOrganization(name, `console-${attempt}`),
    );
    await record(operator.change, [{ kind: 'put', record: made }], {
      action: 'organization.create',
      target: `organization:${made.id}`,
      before: null,
      after: { name },
    });
    return { ok: true, id: made.id };
  });
}

/** What people read; its id and its name in addresses stay. */
export function renameOrganization(organization: string, name: string): Promise<OrganizationChange> {
  return changeAtWorkOS(async (operator) => {
    const before = await mirrored(env.DB, 'organization', organization);
    if (before === null) return refuse('organization_unknown');
    const renamed = readRecord(
      'organization',
      await operator.administration.renameOrganization(organization, name),
    );
    await record(operator.change, [{ kind: 'put', record: renamed }], {
      action: 'organization.rename',
      target: `organization:${organization}`,
      before: { name: before.values['name'] },
      after: { name: renamed.values['name'] },
    });
    return { ok: true };
  });
}

/** Claims a domain for an organization; it counts once WorkOS has seen the proof. */
export function addDomain(organization: string, domain: string): Promise<OrganizationChange> {
  return changeAtWorkOS(async (operator) => {
    if (isFreeMail(domain)) return refuse('free_mail');
    if ((await mirrored(env.DB, 'organization', organization)) === null)
      return refuse('organization_unknown');
    if (await isTaken(organization, domain)) return refuse('domain_taken');
    const added = readRecord(
      'organization_domain',
      await operator.administration.addDomain(organization, domain),
    );
    await record(operator.change, [{ kind: 'put', record: added }], {
      action: 'organization.domain_add',
      target: `organization:${organization}`,
      before: null,
      after: { domain, state: added.values['state'] },
    });
    return { ok: true };
  });
}

async function isTaken(organization: string, domain: string): Promise<boolean> {
  const other = await env.DB.prepare(
    `SELECT 1 FROM organization_domain d JOIN organization o ON o.id = d.organization_id AND o.deleted_at IS NULL
     WHERE d.domain = ? AND d.organization_id <> ? AND d.deleted_at IS NULL`,
  )
    .bind(domain, organization)
    .first();
  return other !== null;
}

/** Asks WorkOS to look for the proof now. */
export function verifyDomain(organization: string, domainId: string): Promise<OrganizationChange> {
  return changeAtWorkOS(async (operator) => {
    const before = await mirrored(env.DB, 'organization_domain', domainId);
    if (before?.values['organization_id'] !== organization) return refuse('domain_unknown');
    const now = readRecord('organization_domain', await operator.administration.verifyDomain(domainId));
    await record(operator.change, [{ kind: 'put', record: now }], {
      action: 'organization.domain_verify',
      target: `organization:${organization}`,
      before: { domain: before.values['domain'], state: before.values['state'] },
      after: { domain: now.values['domain'], state: now.values['state'] },
    });
    return { ok: true };
  });
}

/** Nobody joins the organization by this domain any more; who is a member stays one. */
export function removeDomain(organization: string, domainId: string): Promise<OrganizationChange> {
  return changeAtWorkOS(async (operator) => {
    const before = await mirrored(env.DB, 'organization_domain', domainId);
    if (before?.values['organization_id'] !== organization) return refuse('domain_unknown');
    await operator.administration.removeDomain(domainId);
    await record(operator.change, [{ kind: 'delete', record: before, at: operator.change.at }], {
      action: 'organization.domain_remove',
      target: `organization:${organization}`,
      before: { domain: before.values['domain'], state: before.values['state'] },
      after: null,
    });
    return { ok: true };
  });
}

/** For the customer's IT admin, to be handed on. Without the entry in the audit log nobody is shown the link. */
export function makePortalLink(organization: string, intent: PortalIntent): Promise<PortalLink> {
  return changeAtWorkOS(async (operator) => {
    if ((await mirrored(env.DB, 'organization', organization)) === null)
      return refuse('organization_unknown');
    const { APP_ORIGIN } = identityOf(env).configuration;
    return { ok: true, link: await portalLinkOf(organization, intent, `${APP_ORIGIN}/`, operator.change) };
  });
}

/** @param returnTo where the Admin Portal leads back to */
export async function portalLinkOf(
  organization: string,
  intent: PortalIntent,
  returnTo: string,
  change: Change,
): Promise<string> {
  const link = await administration().portalLink(organization, intent, returnTo);
  await record(change, [], {
    action: 'organization.portal_link',
    target: `organization:${organization}`,
    before: null,
    after: { intent },
  });
  return link;
}

/** What happened at WorkOS, as far as no webhook brought it yet. */
export function askForNews(): Promise<News> {
  return changeAtWorkOS(async ({ change }) => {
    const found = await syncEventsNow(env, change.at);
    return found === null ? refuse('not_workos') : { ok: true, missed: found.missed };
  });
}
