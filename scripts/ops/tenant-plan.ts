import { currencyCode, storeSlug, timeZone } from '../../packages/stats/src/store.ts';
import { z } from 'zod';
import type { TenantPlan, TenantStore } from '../provision-tenant.ts';
import { CommandError } from '../run/command.ts';
import type { Given } from './command.ts';

const ROLES = ['viewer', 'analyst', 'manager', 'owner'] as const;
const MOST_DEMO_DAYS = 90;
const USUAL_DEMO_DAYS = 60;

/** What was typed, as a plan. @throws {CommandError} naming the option that is wrong */
export function tenantPlan({ positionals: [slug = '', name = ''], options }: Given): TenantPlan {
  const stores = (options.get('store') ?? []).map(storeOf);
  const demo = options.get('demo') ?? [];
  const unknown = demo.find((one) => stores.every((store) => store.slug !== one));
  if (unknown !== undefined) throw new CommandError(`--demo ${unknown} is none of the --store's.`);
  const organization = options.get('organization')?.[0];
  return {
    slug: read(storeSlug, slug, '<slug>'),
    name,
    ...(organization === undefined ? {} : { organization }),
    stores,
    invitations: (options.get('invite') ?? []).map(invitationOf),
    demo,
    demoDays: read(
      z.coerce.number<string>().int().min(1).max(MOST_DEMO_DAYS),
      options.get('demo-days')?.[0] ?? String(USUAL_DEMO_DAYS),
      '--demo-days',
    ),
  };
}

/** `gifts:EUR:Europe/Berlin:shop.example.com,www.example.com`; without domains no browser may send events. */
function storeOf(text: string): TenantStore {
  const [slug = '', currency = '', zone = '', domains = '', ...more] = text.split(':');
  if (more.length > 0 || zone === '') {
    throw new CommandError(
      `--store ${text}: write slug:currency:time zone, and :domain,domain where there are some.`,
    );
  }
  return {
    slug: read(storeSlug, slug, `--store ${text}: slug`),
    currency: read(currencyCode, currency, `--store ${text}: currency`),
    timeZone: read(timeZone, zone, `--store ${text}: time zone`),
    domains: domains.split(',').filter(Boolean),
  };
}

/** `ada@acme.com:owner`; a viewer where no role is said. */
function invitationOf(text: string) {
  const [email = '', role = 'viewer', ...more] = text.split(':');
  if (more.length > 0) throw new CommandError(`--invite ${text}: write address or address:role.`);
  return {
    email: read(z.email('not an e-mail address').toLowerCase(), email, `--invite ${text}`),
    role: read(z.enum(ROLES, `a role is one of ${ROLES.join(', ')}`), role, `--invite ${text}`),
  };
}

function read<S extends z.ZodType>(schema: S, value: unknown, what: string): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new CommandError(`${what}: ${parsed.error.issues[0]?.message ?? 'cannot be like this'}.`);
}
