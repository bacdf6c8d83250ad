import { html } from 'hono/html';
import { frame, type Html } from './sign-in-page.ts';
import type { PortalLink } from './portal-links.ts';
import type { World } from './world.ts';

export const INTENTS = [
  'sso',
  'dsync',
  'audit_logs',
  'log_streams',
  'domain_verification',
  'certificate_renewal',
] as const;

/** One page of the Admin Portal: what is there of what the link is for, and one button. */
export function portalPage(world: World, { organizationId, intent, returnUrl }: PortalLink): Html {
  const organization = world.records.organizations.get(organizationId);
  return frame(
    `${organization?.name ?? organizationId}: ${TITLES.get(intent) ?? intent}`,
    html`${step(world, organizationId, intent)}
      ${returnUrl === null ? '' : html`<p><a href="${returnUrl}">Back to the app</a></p>`}
      <footer>Local WorkOS. In production this is the Admin Portal.</footer>`,
  );
}

const TITLES: ReadonlyMap<string, string> = new Map([
  ['sso', 'Single sign-on'],
  ['dsync', 'Directory sync'],
  ['domain_verification', 'Domains'],
  ['audit_logs', 'Audit logs'],
]);

function step({ records }: World, organizationId: string, intent: string): Html {
  if (intent === 'sso') {
    const [connection] = records.connections.findBy('organization_id', organizationId);
    return connection
      ? html`<p>${connection.name}: ${connection.state}.</p>`
      : button('Connect a test identity provider');
  }
  if (intent === 'dsync') {
    const [directory] = records.directories.findBy('organization_id', organizationId);
    return directory
      ? html`<p>${directory.name}: ${directory.state}.</p>`
      : button('Connect a test directory');
  }
  if (intent === 'domain_verification') {
    const domains = records.organizationDomains.findBy('organization_id', organizationId);
    if (domains.length === 0) return html`<p>No domains.</p>`;
    return html`${domains.map(({ id, domain, state }) =>
      state === 'verified' ? html`<p>${domain}: verified.</p>` : button(`Verify ${domain}`, id),
    )}`;
  }
  return html`<p>There is nothing to set up here.</p>`;
}

function button(label: string, domain = ''): Html {
  return html`<form method="post">
    <input type="hidden" name="domain" value="${domain}" />
    <button>${label}</button>
  </form>`;
}
