import { z } from 'zod';
import type { OpsAnswer } from './run/ops-client.ts';
import { CommandError } from './run/command.ts';

/** A store of the tenant. */
export interface TenantStore {
  readonly slug: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly domains: readonly string[];
}

/** What a tenant is to have in the end. */
export interface TenantPlan {
  /** What it is known by from run to run, and in addresses. */
  readonly slug: string;
  readonly name: string;
  /** An organization that is there; a new one where left out. */
  readonly organization?: string;
  readonly stores: readonly TenantStore[];
  readonly invitations: readonly { readonly email: string; readonly role: string }[];
  /** Stores that are filled with demo data. */
  readonly demo: readonly string[];
  readonly demoDays: number;
}

/** One line of the report: what it is about, and whether it was done now or had been before. */
export interface ProvisionStep {
  readonly what: string;
  readonly outcome: string;
}

export interface Provisioning {
  readonly organization: string;
  readonly steps: readonly ProvisionStep[];
}

/** Asks the operators' API. @throws {CommandError} for what is not accepted */
export type CallOps = (
  method: string,
  path: string,
  body?: unknown,
  accept?: readonly number[],
) => Promise<OpsAnswer>;

const tenant = z.object({ organization: z.string(), created: z.boolean() });
const owned = z.object({ stores: z.array(z.string()) });
const known = z.object({ store: z.object({ currency: z.string(), timeZone: z.string() }) });
const invited = z.object({ state: z.enum(['member', 'waiting', 'sent']) });
const told = z.object({ fraction: z.number() });

const THERE = 'there already';
const INVITED = { member: 'is a member', waiting: 'was invited and has not answered', sent: 'invited now' };

/**
 * Brings a tenant to what its plan says: organization, stores, invitations, demo data. Every step looks first whether it was
 * done, so that a run that was stopped anywhere is finished by the next one, and a further run changes nothing.
 *
 * @param progress of demo data, 0 to 1
 * @throws {CommandError} at the first step that cannot be done
 */
export async function provisionTenant(
  call: CallOps,
  plan: TenantPlan,
  progress: (store: string, fraction: number) => void = () => {},
): Promise<Provisioning> {
  const steps: ProvisionStep[] = [];
  const note = (what: string, outcome: string) => void steps.push({ what, outcome });

  const { slug, name, organization: given } = plan;
  const asked = { slug, name, ...(given === undefined ? {} : { organization: given }) };
  const { organization, created } = tenant.parse((await call('POST', '/tenants', asked)).body);
  note(`organization ${organization}`, created ? 'created' : THERE);

  for (const store of plan.stores) {
    note(`store ${store.slug}`, (await provisionStore(call, store)) ? 'created' : THERE);
  }
  const slugs = plan.stores.map((store) => store.slug);
  if (slugs.length > 0) note('its stores', await assign(call, organization, slugs));
  for (const { email, role } of plan.invitations) {
    const path = `/tenants/${organization}/invitations`;
    const { state } = invited.parse((await call('POST', path, { email, role })).body);
    note(`${email} as ${role}`, INVITED[state]);
  }
  for (const store of plan.demo) {
    for (let fraction = 0; fraction < 1;) {
      const path = `/stores/${encodeURIComponent(store)}/demo`;
      ({ fraction } = told.parse((await call('POST', path, { days: plan.demoDays })).body));
      progress(store, fraction);
    }
    note(`demo data of ${store}`, 'told up to now');
  }
  return { organization, steps };
}

/** Whether it was created now. */
async function provisionStore(call: CallOps, store: TenantStore): Promise<boolean> {
  const made = await call('POST', '/stores', store, [409]);
  if (made.status !== 409) return true;
  const { body } = await call('GET', `/stores/${encodeURIComponent(store.slug)}`);
  const { currency, timeZone } = known.parse(body).store;
  if (currency === store.currency && timeZone === store.timeZone) return false;
  throw new CommandError(
    `There is a store ${store.slug} already, in ${currency} and ${timeZone} instead of ${store.currency} and ${store.timeZone}.`,
  );
}

async function assign(call: CallOps, organization: string, slugs: readonly string[]): Promise<string> {
  const before = owned.parse((await call('GET', `/organizations/${organization}`)).body).stores;
  const missing = slugs.filter((slug) => !before.includes(slug));
  if (missing.length === 0) return THERE;
  await call('PUT', `/organizations/${organization}`, { stores: missing });
  return `given ${missing.join(', ')}`;
}
