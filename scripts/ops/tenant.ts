import { z } from 'zod';
import { provisionTenant } from '../provision-tenant.ts';
import { CommandError } from '../run/command.ts';
import { callOps, type OpsTarget } from '../run/ops-client.ts';
import { step } from '../run/steps.ts';
import type { OpsCommand } from './command.ts';
import { tenantPlan } from './tenant-plan.ts';

export const tenantProvision: OpsCommand = {
  name: 'tenant provision',
  summary:
    'Set up an organization with stores, invitations and demo data; stopped anywhere, the same again finishes it',
  note: 'The slug is what the tenant is known by from run to run. Running it again changes nothing. On one machine it needs `npm start`, for the local WorkOS.',
  positionals: ['slug', 'name'],
  options: {
    store: {
      value: 'slug:currency:zone[:domain,…]',
      help: 'a store, e.g. gifts:EUR:Europe/Berlin:shop.example.com; may be repeated',
      multiple: true,
    },
    invite: {
      value: 'email[:role]',
      help: 'somebody who gets an invitation: viewer where left out, analyst, manager, owner; may be repeated',
      multiple: true,
    },
    demo: {
      value: 'slug',
      help: 'a store that is filled with demo data, in EUR or GBP; may be repeated',
      multiple: true,
    },
    'demo-days': { value: 'number', help: 'how far back demo data go; 60 where left out' },
    organization: { value: 'org_…', help: 'an organization that is there already, instead of a new one' },
  },
  examples: [
    'tenant provision acme "Acme GmbH" --store acme:EUR:Europe/Berlin --demo acme --invite ada@acme.example:owner',
    'tenant provision acme "Acme GmbH" --store acme:EUR:Europe/Berlin:shop.acme.com --organization org_01HZX --remote',
  ],
  async run(given, target) {
    const plan = tenantPlan(given);
    const done = await step(`Setting up ${plan.slug}`, (progress) =>
      provisionTenant(
        (...request) => callOps(target, ...request),
        plan,
        (store, fraction) => progress.show(fraction, `demo data of ${store}`),
      ),
    );
    const width = Math.max(...done.steps.map(({ what }) => what.length)) + 2;
    console.log(done.steps.map(({ what, outcome }) => `  ${what.padEnd(width)}${outcome}`).join('\n'));
    console.log(`npm run ops -- tenant convert ${plan.slug}  once they pay and bring their single sign-on`);
  },
};

const INTENTS = ['sso', 'dsync', 'domain_verification', 'audit_logs'];

export const tenantConvert: OpsCommand = {
  name: 'tenant convert',
  summary: 'Require single sign-on of a customer, and make the Admin Portal link for their IT admin',
  note: 'Requiring it takes effect once they have an active connection; until then everybody signs in as before.',
  positionals: ['slug-or-organization-id'],
  options: {
    intent: { value: 'word', help: `what the link is for: ${INTENTS.join(', ')}; sso where left out` },
    'sso-optional': { help: 'let other ways of signing in go on' },
  },
  examples: [
    'tenant convert acme',
    'tenant convert org_01HZX --intent domain_verification --sso-optional --remote',
  ],
  async run({ positionals: [named = ''], options }, target) {
    const intent = options.get('intent')?.[0] ?? 'sso';
    if (!INTENTS.includes(intent))
      throw new CommandError(`--intent is ${INTENTS.join(', ')}, not ${intent}.`);
    const organization = named.startsWith('org_') ? named : await organizationOf(target, named);
    const requireSso = !options.has('sso-optional');
    const path = `/tenants/${encodeURIComponent(organization)}`;
    const { active } = z
      .object({ active: z.boolean() })
      .parse((await callOps(target, 'PUT', `${path}/policy`, { requireSso })).body);
    const { link } = z
      .object({ link: z.string() })
      .parse((await callOps(target, 'POST', `${path}/portal-link`, { intent })).body);
    console.log(`${organization} ${policyWords(requireSso, active)}`);
    console.log(`For their IT admin, good for five minutes (${intent}):\n${link}`);
  },
};

async function organizationOf(target: OpsTarget, slug: string): Promise<string> {
  const { body } = await callOps(target, 'GET', `/tenants/${encodeURIComponent(slug)}`);
  return z.object({ organization: z.string() }).parse(body).organization;
}

function policyWords(requireSso: boolean, active: boolean): string {
  if (!requireSso) return 'lets people sign in any way';
  return active
    ? 'requires single sign-on from now on'
    : 'requires single sign-on as soon as there is an active connection';
}
