import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  answeredDifferently,
  attemptsOf,
  type Names,
  ownIn,
  undecided,
} from '../../../cf-app/src/features/auth/cross-tenant/attempts.ts';
import { keptOf } from '../../../cf-app/src/features/auth/cross-tenant/kept-of.ts';
import { type BuiltWorker, startBuiltWorker } from '../built-worker.ts';
import { type DeclaredFunction, type DeclaredPage, FUNCTIONS, PAGES, pathOf } from '../access/declared.ts';
import { callFunction, resultOf } from '../access/server-functions.ts';
import { chosen, ORGANIZATIONS, startTwoTenants } from '../access/tenants.ts';
import { Visitor } from '../visitor.ts';
import { listedAtWorkOS } from '../workos-api.ts';

/**
 * The owner of one organization names, wherever a page or a server function lets anything be named, what belongs to
 * another: the answer is the one for what is nowhere, and nothing of theirs is different afterwards. The same for the HTTP
 * API and all other endpoints: `features/auth/cross-tenant/endpoints.workers.test.ts`.
 */
let app: BuiltWorker;
let owner: Visitor;
let names: Names;

beforeAll(async () => {
  app = await startBuiltWorker({ organizations: ORGANIZATIONS });
  ({ owner, names } = await startTwoTenants(app));
}, 60_000);
afterAll(() => app.close());

type Send = (filled: unknown) => Promise<Response>;

const words = z.record(z.string(), z.string());
const pageAsked = z.object({
  params: words,
  search: words,
  headers: words.default({}),
  within: z.object({ organization: z.string() }).optional(),
});
const call = z.object({ input: z.record(z.string(), z.unknown()), headers: words.default({}) });

const opening =
  ({ path }: DeclaredPage): Send =>
  (filled) => {
    const { params, search, headers, within } = pageAsked.parse(filled);
    const at = pathOf(path, params);
    const prefix = within === undefined ? '' : `/org/${within.organization}`;
    // Whoever signs in or out does that in a browser of their own.
    const visitor = path.startsWith('/auth/') ? new Visitor(app.origin) : owner;
    return visitor.ask(`${prefix}${at}?${new URLSearchParams(search)}`, { headers });
  };

const calling =
  (called: DeclaredFunction): Send =>
  (filled) => {
    const { input, headers } = call.parse(filled);
    return callFunction((path, init) => owner.ask(path, init), called, input, headers);
  };

const organizationChosen = z.object({ body: z.object({ organization: z.string() }) });

const choosing: Send = async (filled) => {
  const { body } = organizationChosen.parse(filled);
  const visitor = new Visitor(app.origin);
  await visitor.signIn('merchant@fmdf.test');
  return chosen(visitor, body.organization);
};

/** At last, what takes one's own store away. */
const TAKING = FUNCTIONS.filter(({ name }) => name === 'deleteStoreOfMine');
const LEAVING = FUNCTIONS.filter(({ name }) => name !== 'deleteStoreOfMine');

const inHeader = (organization: string) => ({ headers: { 'X-Organization': organization } });

test('of every field it is said whose things it can name', () => {
  const pages = PAGES.flatMap(({ path, input }) => {
    const fields = { ...input?.params, ...input?.search };
    return input === undefined ? [path] : undecided(path, fields, Object.keys(fields));
  });
  const functions = FUNCTIONS.flatMap(({ file, name, input }) =>
    input === undefined ? [`${file}: ${name}`] : undecided(name, input, Object.keys(input)),
  );
  expect([...pages, ...functions]).toEqual([]);
  expect(FUNCTIONS.length).toBeGreaterThan(80);
  expect(PAGES.length).toBeGreaterThan(30);
});

async function everythingOfTheirs(): Promise<object> {
  const { events, orders } = await app.storage.STORE_STATS.getByName('zeta-shop').status();
  const atWorkOS = await Promise.all(
    [
      '/organizations/org_zeta/api_keys',
      '/user_management/organization_memberships?organization_id=org_zeta',
      '/user_management/invitations?organization_id=org_zeta',
    ].map((path) => listedAtWorkOS(app, path)),
  );
  const theirs = Object.values(names).map((each) => each.theirs);
  return { ...(await keptOf(theirs, app.storage)), events, orders, atWorkOS };
}

describe('what is another’s is as if it were nowhere', () => {
  let before: object;
  beforeAll(async () => {
    before = await everythingOfTheirs();
  });
  afterAll(async () => {
    expect(await everythingOfTheirs()).toEqual(before);
  });

  test.each(PAGES)('page $path', async (page) => {
    const { input = { params: {}, search: {} }, requirement } = page;
    const send = opening(page);
    expect(await answeredDifferently(attemptsOf(input, names), send)).toEqual([]);
    const own = pageAsked.parse(ownIn(input, names));
    // What nobody has to sign in for is the same for everybody.
    if (requirement.permission !== 'anyone') {
      const elsewhere = [{ within: { organization: '$organizationSlug' } }, inHeader('$organization')];
      const attempts = elsewhere.flatMap((more) => attemptsOf({ ...own, ...more }, names));
      expect(await answeredDifferently(attempts, send)).toEqual([]);
    }
    const { status } = await send(own);
    if (requirement.permission === 'admin') expect(status).toBe(403);
    else if (!page.path.startsWith('/auth/')) expect([200, 307]).toContain(status);
  });

  test('an organization that is chosen at the sign-in', async () => {
    const attempts = attemptsOf({ body: { organization: '$organization' } }, names);
    expect(await answeredDifferently(attempts, choosing)).toEqual([]);
  });

  test.each([...LEAVING, ...TAKING])('$name', async (called) => {
    const { input = {}, requirement } = called;
    const send = calling(called);
    expect(await answeredDifferently(attemptsOf({ input }, names), send)).toEqual([]);
    const own = call.parse(ownIn({ input }, names));
    if (requirement.permission !== 'anyone') {
      const attempts = attemptsOf({ ...own, ...inHeader('$organizationSlug') }, names);
      expect(await answeredDifferently(attempts, send)).toEqual([]);
    }
    const result = Object(await resultOf(await send(own)));
    const refusals = ['forbidden', 'signed_out', 'unavailable', 'sign_in_again', 'degraded', 'unknown'];
    if (requirement.permission === 'admin') expect(result).toMatchObject({ code: 'forbidden' });
    else expect(refusals).not.toContain(Reflect.get(result, 'code'));
  });
});
