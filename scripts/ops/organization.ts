import { z } from 'zod';
import { callOps, type OpsTarget } from '../run/ops-client.ts';
import type { OpsCommand } from './command.ts';

const owned = z.object({ organization: z.string(), stores: z.array(z.string()) });

const ORGANIZATION = 'organization-id';
const NOTE =
  'Its members see its stores with the role they have there, its API keys and applications within their scopes. The organization id (org_…) is in the WorkOS dashboard.';

export const organizationAssign: OpsCommand = {
  name: 'organization assign',
  summary: 'Give an organization stores',
  note: NOTE,
  positionals: [ORGANIZATION, 'store…'],
  options: {},
  examples: ['organization assign org_01LKFMDF fmdf'],
  async run({ positionals: [organization = '', ...stores] }, target) {
    await tell(target, 'PUT', organization, '', { stores });
  },
};

export const organizationUnassign: OpsCommand = {
  name: 'organization unassign',
  summary: 'Take stores away from an organization',
  positionals: [ORGANIZATION, 'store…'],
  options: {},
  examples: ['organization unassign org_01LKFMDF fmdf'],
  async run({ positionals: [organization = '', ...stores] }, target) {
    const query = stores.map((slug) => `store=${encodeURIComponent(slug)}`).join('&');
    await tell(target, 'DELETE', organization, `?${query}`);
  },
};

export const organizationShow: OpsCommand = {
  name: 'organization show',
  summary: 'Say which stores an organization owns',
  positionals: [ORGANIZATION],
  options: {},
  examples: ['organization show org_01LKFMDF'],
  async run({ positionals: [organization = ''] }, target) {
    await tell(target, 'GET', organization);
  },
};

const named = z.object({ organization: z.string(), slug: z.string() });

export const organizationSlug: OpsCommand = {
  name: 'organization slug',
  summary: 'Say how an organization is called in addresses',
  note: 'Its pages are then at /org/<slug>/… and, where ORGANIZATION_STRATEGIES has it, at <slug>.<our host>; programs send X-Organization.',
  positionals: [ORGANIZATION, 'slug'],
  options: {},
  examples: ['organization slug org_01LKFMDF fmdf'],
  async run({ positionals: [organization = '', slug = ''] }, target) {
    const path = `/organizations/${encodeURIComponent(organization)}/slug`;
    const answer = named.parse((await callOps(target, 'PUT', path, { slug })).body);
    console.log(`${answer.organization} is called ${answer.slug}`);
  },
};

async function tell(
  target: OpsTarget,
  method: string,
  organization: string,
  query = '',
  body?: unknown,
): Promise<void> {
  const path = `/organizations/${encodeURIComponent(organization)}${query}`;
  const { stores } = owned.parse((await callOps(target, method, path, body)).body);
  console.log(`${organization} owns ${stores.length === 0 ? 'no store' : stores.join(', ')}`);
}
