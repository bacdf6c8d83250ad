import { fingerprintOf } from './fingerprint.ts';

/** A weak ETag: two answers with the same validator say the same, if not in the same words. */
export async function etagOf(validator: unknown): Promise<string> {
  return `W/"${await fingerprintOf(validator)}"`;
}

/** `If-None-Match` by the weak comparison of RFC 9110. */
export function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const opaque = etag.replace(/^W\//, '');
  return ifNoneMatch.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === opaque);
}
