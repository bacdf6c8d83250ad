import { signAccessToken } from '@layerkick/workos-local/access-token';
import { defaults, seal, unseal } from 'iron-webcrypto';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import type { Visitor } from './visitor.ts';

/** What a `wos-session` cookie holds, as the WorkOS SDK seals it. */
const sealedPayload = z.looseObject({ accessToken: z.string(), refreshToken: z.string() });
export type SealedPayload = z.output<typeof sealedPayload>;

/** Looks into a visitor's session and puts something else in its place, as only a holder of the password could. */
export async function rewriteSession(
  visitor: Pick<Visitor, 'cookies'>,
  password: string,
  change: (payload: SealedPayload) => SealedPayload | Promise<SealedPayload>,
  sealWith: string = password,
): Promise<void> {
  const sealed = visitor.cookies.get('wos-session') ?? '';
  const payload = await unseal(sealed.replace(/~2$/, ''), { 1: password }, defaults);
  const changed = await change(sealedPayload.parse(payload));
  const resealed = await seal(
    changed,
    { id: '1', secret: sealWith },
    { ...defaults, encode: JSON.stringify },
  );
  visitor.cookies.set('wos-session', `${resealed}~2`);
}

/** Lets the access token have ended `seconds` ago; the session lives on. */
export async function expireAccessToken(
  visitor: Pick<Visitor, 'cookies'>,
  password: string,
  seconds = 60,
): Promise<void> {
  await rewriteSession(visitor, password, async (payload) => {
    const { sub = '', sid } = decodeJwt<{ sid: string }>(payload.accessToken);
    const subject = {
      userId: sub,
      sessionId: sid,
      organizationId: null,
      standing: null,
      impersonatorEmail: null,
    };
    return { ...payload, accessToken: await signAccessToken(subject, Date.now() - seconds * 1000, 0) };
  });
}
