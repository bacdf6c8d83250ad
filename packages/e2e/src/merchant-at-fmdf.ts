import { expect } from 'vitest';
import type { BuiltWorker } from './built-worker.ts';
import { expireAccessToken } from './sealed-session.ts';
import { locationOf, Visitor } from './visitor.ts';

/** The merchant of the local WorkOS, who may see one of two stores. */
export const MERCHANT = 'merchant@fmdf.test';
export const MAPPING_KEY = 'user-store:user_01LKMERCHANT';
/** A page of the store that the merchant may see. */
export const PAGE = '/stats/fmdf';

/** Stores and mapping as an operator would have made them. */
export async function openStores({ storage }: BuiltWorker): Promise<void> {
  await storage.DB.prepare(
    `INSERT INTO store (slug, name, time_zone, currency, created_at) VALUES
       ('fmdf', 'FMDF', 'Europe/Berlin', 'EUR', 0), ('northwind', 'Northwind', 'Europe/London', 'GBP', 0)`,
  ).run();
  await storage.LAYERKICK_KV.put(MAPPING_KEY, '["fmdf"]');
}

export async function signedIn(app: BuiltWorker): Promise<Visitor> {
  const visitor = new Visitor(app.origin);
  expect((await visitor.signIn(MERCHANT)).status).toBe(303);
  app.identity.calls.clear();
  return visitor;
}

export async function withExpiredToken(app: BuiltWorker): Promise<Visitor> {
  const visitor = await signedIn(app);
  await expireAccessToken(visitor, app);
  return visitor;
}

/** Runs `work` while D1 cannot say which sessions were ended. */
export async function withoutRevocationList(app: BuiltWorker, work: () => Promise<void>): Promise<void> {
  await app.storage.DB.prepare('ALTER TABLE revoked_session RENAME TO out_of_reach').run();
  try {
    await work();
  } finally {
    await app.storage.DB.prepare('ALTER TABLE out_of_reach RENAME TO revoked_session').run();
  }
}

/** Somebody else with the same cookies. */
export function copyOf(visitor: Visitor, app: BuiltWorker): Visitor {
  const copy = new Visitor(app.origin);
  for (const [name, value] of visitor.cookies) copy.cookies.set(name, value);
  return copy;
}

/** That the answer sends the browser to the sign-in page, and from there back to where it wanted to go. */
export function expectSignInPage(response: Response, app: BuiltWorker, returnTo = PAGE): void {
  expect([302, 303, 307]).toContain(response.status);
  const to = new URL(locationOf(response), app.origin);
  expect(to.origin).toBe(app.origin);
  expect(to.pathname).toBe('/auth/workos/login');
  expect(to.searchParams.get('return_to')).toBe(returnTo);
}

export function expectNoSession(visitor: Visitor): void {
  expect([...visitor.cookies.keys()].filter((name) => name.startsWith('wos-session'))).toEqual([]);
}
