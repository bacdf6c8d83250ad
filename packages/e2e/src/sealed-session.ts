import { createHash } from 'node:crypto';
import { defaults, seal, unseal } from 'iron-webcrypto';
import { z } from 'zod';
import type { BuiltWorker } from './built-worker.ts';
import { endedWorkosToken } from './identity/workos.ts';
import type { Visitor } from './visitor.ts';

/** What a session holds, as the WorkOS SDK seals it. */
const sealedPayload = z.looseObject({ accessToken: z.string(), refreshToken: z.string() });
type SealedPayload = z.output<typeof sealedPayload>;
type Change = (payload: SealedPayload) => SealedPayload | Promise<SealedPayload>;

/** Puts something else in the place of what is sealed, as only a holder of the password could. */
async function rewriteSealed(sealed: string, password: string, change: Change): Promise<string> {
  const payload = await unseal(sealed.replace(/~2$/, ''), { 1: password }, defaults);
  return sealedSession(await change(sealedPayload.parse(payload)), password);
}

/** A session as it stands in a cookie. */
export async function sealedSession(payload: object, password: string): Promise<string> {
  return `${await seal(payload, { id: '1', secret: password }, { ...defaults, encode: JSON.stringify })}~2`;
}

/** Changes a visitor's session where it is kept: in the cookie, or in KV under the cookie's id. */
export async function rewriteSession(
  visitor: Pick<Visitor, 'cookies'>,
  { cookiePassword, storage }: Pick<BuiltWorker, 'cookiePassword' | 'storage'>,
  change: Change,
): Promise<void> {
  const value = visitor.cookies.get('wos-session') ?? '';
  if (value.startsWith('Fe26.2')) {
    visitor.cookies.set('wos-session', await rewriteSealed(value, cookiePassword, change));
    return;
  }
  const key = `session:${createHash('sha256').update(value).digest('hex')}`;
  const sealed = (await storage.LAYERKICK_KV.get(key)) ?? '';
  await storage.LAYERKICK_KV.put(key, await rewriteSealed(sealed, cookiePassword, change));
}

/** Lets the access token have ended `seconds` ago; the session lives on. */
export async function expireAccessToken(
  visitor: Pick<Visitor, 'cookies'>,
  app: Pick<BuiltWorker, 'cookiePassword' | 'storage' | 'identity'>,
  seconds = 60,
): Promise<void> {
  await rewriteSession(visitor, app, async (payload) => ({
    ...payload,
    accessToken: await app.identity.ended(payload.accessToken, seconds),
  }));
}

/** The same for a sealed cookie alone, where the Worker and its WorkOS are in another process. */
export function expiredInCookie(sealed: string, password: string): Promise<string> {
  return rewriteSealed(sealed, password, async (payload) => ({
    ...payload,
    accessToken: await endedWorkosToken(payload.accessToken, 60),
  }));
}
