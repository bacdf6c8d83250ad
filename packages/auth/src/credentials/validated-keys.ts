import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { GRACE_MS } from '../session/policy.ts';

/** An API key that whoever keeps them vouches for. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly organizationId: string;
  /** The person whose key it is; null for a key of the organization itself. */
  readonly userId: string | null;
  /** Slugs of permissions, as they were given. */
  readonly scopes: readonly string[];
}

export type KeyValidation =
  | { readonly kind: 'valid'; readonly key: ApiKey }
  /** Unknown, deleted or over. */
  | { readonly kind: 'invalid' }
  | { readonly kind: 'unavailable' };

export type KeyCheck =
  | { readonly kind: 'valid'; readonly key: ApiKey; readonly degraded: boolean }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'unavailable' };

interface Remembered {
  readonly validation: Exclude<KeyValidation, { kind: 'unavailable' }>;
  readonly at: number;
}

const FRESH_MS = 60 * 1000;
/** Bounds what somebody who tries keys at random can make us remember. */
const MOST_REMEMBERED = 2000;
/** What no key looks like is not asked about. */
const KEY = /^sk_[A-Za-z0-9_-]{8,256}$/;

export interface KeyChecks {
  readonly validate: (value: string) => Promise<KeyValidation>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Checks API keys and remembers the answers for a minute, by the SHA-256 of the key: the key itself is never kept. What
 * was revoked here meanwhile is the caller's to ask, on every request. While WorkOS cannot be asked, a key that was good
 * goes on for as long as a session would.
 */
export function validatedKeys({ validate, clock, log }: KeyChecks): (value: string) => Promise<KeyCheck> {
  const remembered = new Map<string, Remembered>();

  const remember = (hash: string, validation: Remembered['validation']) => {
    // Newest last, so that the oldest goes first.
    remembered.delete(hash);
    remembered.set(hash, { validation, at: clock() });
    const oldest = remembered.keys().next();
    if (remembered.size > MOST_REMEMBERED && !oldest.done) remembered.delete(oldest.value);
  };

  return async (value) => {
    if (!KEY.test(value)) return { kind: 'invalid' };
    const hash = await sha256(value);
    const known = remembered.get(hash);
    const age = known === undefined ? Number.POSITIVE_INFINITY : clock() - known.at;
    if (known !== undefined && age < FRESH_MS) return answer(known.validation, false);

    const validation = await validate(value);
    if (validation.kind !== 'unavailable') {
      remember(hash, validation);
      return answer(validation, false);
    }
    if (known?.validation.kind !== 'valid' || age >= GRACE_MS) return { kind: 'unavailable' };
    log.warn('api_key_not_revalidated', { key: known.validation.key.id });
    return answer(known.validation, true);
  };
}

function answer(validation: Remembered['validation'], degraded: boolean): KeyCheck {
  return validation.kind === 'valid' ? { ...validation, degraded } : validation;
}

async function sha256(value: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(value));
  return new Uint8Array(digest).reduce((hex, byte) => hex + byte.toString(16).padStart(2, '0'), '');
}
