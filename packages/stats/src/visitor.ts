import { createHmac, type KeyObject } from 'node:crypto';

/** Who sent a batch. Both are hashed at once and never stored. */
export interface VisitorSignature {
  readonly ip: string;
  readonly userAgent: string;
}

/**
 * A visitor of one store on one day: 64 bits of a keyed hash, 11 characters. Once the day's salt is gone nobody can
 * tell whom it stood for, and the same person is somebody else on the next day.
 */
export function hashVisitor(
  salt: KeyObject,
  store: string,
  day: string,
  signature: VisitorSignature,
): string {
  return createHmac('sha256', salt)
    .update([store, day, signature.ip, signature.userAgent].join('\0'))
    .digest()
    .subarray(0, 8)
    .toString('base64url');
}
