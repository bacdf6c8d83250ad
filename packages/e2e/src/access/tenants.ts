import { z } from 'zod';
import type { Names } from '../../../cf-app/src/features/auth/cross-tenant/attempts.ts';
import type { BuiltWorker } from '../built-worker.ts';
import { FUNCTIONS } from './declared.ts';
import { callFunction, resultOf } from './server-functions.ts';
import { Visitor } from '../visitor.ts';
import { postToWorkOS } from '../workos-api.ts';

/** Two customers of one deployment, each with everything that can be named. */
export const ORGANIZATIONS = [
  { id: 'org_acme', name: 'Acme', members: { user_01LKMERCHANT: 'owner' } },
  { id: 'org_beta', name: 'Beta', members: { user_01LKMERCHANT: 'viewer' } },
  { id: 'org_zeta', name: 'Zeta', members: { user_01LKAGENCY: 'owner' } },
];
const OURS = { side: 'acme', email: 'merchant@fmdf.test', person: 'user_01LKMERCHANT' } as const;
const THEIRS = { side: 'zeta', email: 'agency@layerkick.test', person: 'user_01LKAGENCY' } as const;
type Tenant = typeof OURS | typeof THEIRS;

export interface TwoTenants {
  /** The owner of one of them, who signed in just now. */
  readonly owner: Visitor;
  readonly names: Names;
}

const madeLink = z.object({ token: z.string() });
const one = z.object({ id: z.string() });

export async function startTwoTenants(app: BuiltWorker): Promise<TwoTenants> {
  const { DB, LAYERKICK_KV } = app.storage;
  for (const { side } of [OURS, THEIRS]) {
    // oxlint-disable-next-line no-await-in-loop -- one database
    await DB.batch([
      DB.prepare(
        `INSERT INTO store (slug, name, time_zone, currency, created_at) VALUES (?, ?, 'Europe/London', 'GBP', 0)`,
      ).bind(`${side}-shop`, `Shop of ${side}`),
      DB.prepare('INSERT INTO organization_store VALUES (?, ?)').bind(`org_${side}`, `${side}-shop`),
      DB.prepare('INSERT INTO organization_slug VALUES (?, ?)').bind(`org_${side}`, side),
    ]);
    const domain = { organization_id: `org_${side}`, domain: `${side}.example` };
    const invitation = { organization_id: `org_${side}`, email: `new@${side}.example`, role_slug: 'viewer' };
    // oxlint-disable-next-line no-await-in-loop -- the same
    await postToWorkOS(app, '/organization_domains', domain);
    // oxlint-disable-next-line no-await-in-loop -- the same
    await postToWorkOS(app, '/user_management/invitations', invitation);
  }
  await LAYERKICK_KV.put('user-store:user_01LKOUTSIDER', '["zeta-shop"]');
  const headers = { Authorization: `Bearer ${app.opsToken}` };
  await fetch(`${app.origin}/api/ops/mirror/compare`, { method: 'POST', headers });

  const theirs = await belongingsOf(THEIRS, app, await signedIn(app, THEIRS));
  const owner = await signedIn(app, OURS, 'org_acme');
  const own = await belongingsOf(OURS, app, owner);
  const names = Object.fromEntries(
    Object.entries(theirs).map(([kind, name]): [string, Names[string]] => [
      kind,
      { own: own[kind] ?? '', theirs: name, nobodys: INVENTED[kind] ?? invented(name) },
    ]),
  );
  return { owner, names };
}

async function signedIn(app: BuiltWorker, { email }: Tenant, organization?: string): Promise<Visitor> {
  const visitor = new Visitor(app.origin);
  await visitor.signIn(email);
  if (organization !== undefined) await chosen(visitor, organization);
  return visitor;
}

/** Says which organization, where somebody who signs in is in several. */
export function chosen(visitor: Visitor, organization: string): Promise<Response> {
  return visitor.ask('/auth/workos/organization', {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({ organization }),
  });
}

/** One of each kind of thing that belongs to a tenant, most of them made by its owner. */
async function belongingsOf(
  { side, person }: Tenant,
  app: BuiltWorker,
  owner: Visitor,
): Promise<Readonly<Record<string, string>>> {
  const { DB } = app.storage;
  const slug = `${side}-shop`;
  const call = async (name: string, data: Readonly<Record<string, unknown>>) => {
    const called = FUNCTIONS.find((each) => each.name === name);
    if (called === undefined) throw new Error(`There is no ${name}`);
    return resultOf(await callFunction((path, init) => owner.ask(path, init), called, data));
  };
  const find = async (sql: string, ...values: string[]) =>
    one.parse(
      await DB.prepare(sql)
        .bind(...values)
        .first(),
    ).id;

  await call('makeGoal', { slug, name: 'Thanks', dimension: 'page', op: 'is', value: '/thanks' });
  await call('addAnnotation', { slug, day: '2026-11-01', text: `Sale of ${side}` });
  await call('connect', { slug, platform: 'shopify', secret: `a-secret-of-${side}` });
  await call('makeKey', { name: `Key of ${side}`, scopes: ['stats:read'] });
  const link = { slug, name: 'Agency', password: null, expiresAt: null, filters: [], embedHosts: [] };
  const { token } = madeLink.parse(await call('makeShare', link));
  await DB.prepare(
    `INSERT INTO webhook_event (id, type, created_at, received_at, source, state, payload)
     VALUES (?, 'organization.updated', 0, 0, 'webhook', 'parked', '{}')`,
  )
    .bind(`event_${side}`)
    .run();
  const organization = `org_${side}`;
  const shareId = await find('SELECT id FROM share_link WHERE slug = ?', slug);
  return {
    store: slug,
    person,
    organization,
    organizationSlug: side,
    email: `new@${side}.example`,
    domainName: `${side}.example`,
    membership: await find('SELECT id FROM membership WHERE organization_id = ?', organization),
    invitation: await find('SELECT id FROM invitation WHERE organization_id = ?', organization),
    domain: await find('SELECT id FROM organization_domain WHERE organization_id = ?', organization),
    session: await find('SELECT sid AS id FROM known_session WHERE user_id = ?', person),
    key: await find('SELECT id FROM api_key WHERE organization_id = ?', organization),
    goal: await find('SELECT id FROM goal WHERE slug = ?', slug),
    annotation: await find('SELECT id FROM annotation WHERE slug = ?', slug),
    event: `event_${side}`,
    share: shareId,
    // Whoever has a link's token is let in by it; its id is what others can come to know.
    shareToken: side === 'acme' ? token : shareId,
  };
}

const INVENTED: Readonly<Record<string, string>> = {
  store: 'nola-shop',
  person: 'user_01LKNOBODY',
  organization: 'org_nola',
  organizationSlug: 'nola',
  email: 'new@nola.example',
  domainName: 'nola.example',
  event: 'event_nola',
};

/** An id that nothing has, in the form of one that something has. */
function invented(id: string): string {
  const end = id.slice(-6).replaceAll(/[A-Za-z0-9]/g, (character) => (character === '0' ? '1' : '0'));
  return id.slice(0, -6) + end;
}
