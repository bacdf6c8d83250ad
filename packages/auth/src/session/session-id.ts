import { base64Url } from '../flow/pkce.ts';
import { sha256Hex } from '../sha256.ts';

/** 256 random bits in base64url, which no sealed session looks like. */
export function isSessionId(value: string): boolean {
  return /^[\w-]{43}$/.test(value);
}

/** Where a session is kept: who reads KV's keys learns no id from them. */
export async function keyOfSession(id: string): Promise<string> {
  return `session:${await sha256Hex(id)}`;
}

/**
 * The id that follows `id` when its session is renewed: the same for all who renew it, and known to nobody who has
 * not both the id and the new refresh token.
 */
export async function successorId(id: string, refreshToken: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(id), algorithm, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(refreshToken));
  return base64Url(new Uint8Array(mac));
}
