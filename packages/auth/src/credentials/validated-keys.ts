import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { type Brought, directly } from '../brought.ts';
import { Recent } from '../recent.ts';
import { GRACE_MS } from '../session/policy.ts';
import { keyDigest } from './key-digest.ts';

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
  /** Nobody was asked: whoever sent it has tried too many. */
  | { readonly kind: 'limited' }
  | { readonly kind: 'unavailable' };

type Answer = Exclude<KeyValidation, { kind: 'unavailable' }>;

const FRESH_MS = 60 * 1000;
/** Bounds what somebody who tries keys at random can make us remember. */
const MOST_REMEMBERED = 2000;

/** How often whoever sent the request being answered has tried keys that are none. */
export interface KeyAttempts {
  tooMany(): boolean;
  countRefused(): Promise<void>;
}

export interface KeyChecks {
  readonly attempts: KeyAttempts;
  readonly validate: (value: string) => Promise<KeyValidation>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Checks API keys and remembers the answers for a minute, by the SHA-256 of the key: the key itself is never kept. What
 * was revoked here meanwhile is the caller's to ask, on every request. While WorkOS cannot be asked, a key that was good
 * goes on for as long as a session would.
 *
 * Whoever tries keys finds an end: after too many wrong ones none of theirs is asked about, but those that are known.
 */
export function validatedKeys({
  attempts,
  validate,
  clock,
  log,
}: KeyChecks): (value: string, brought?: Brought) => Promise<KeyCheck> | KeyCheck {
  const recent = new Recent<Answer>(MOST_REMEMBERED, clock);

  return (value, brought = directly) => {
    const hash = keyDigest(value);
    if (hash === null) return { kind: 'invalid' };
    const known = recent.get(hash);
    if (known !== undefined && known.ageMs < FRESH_MS) return answer(known.value, false);
    return brought(() => ask(value, hash, known));
  };

  async function ask(value: string, hash: string, known: ReturnType<typeof recent.get>): Promise<KeyCheck> {
    if (known?.value.kind !== 'valid' && attempts.tooMany()) return { kind: 'limited' };
    const validation = await validate(value);
    if (validation.kind === 'invalid') await attempts.countRefused();
    if (validation.kind !== 'unavailable') {
      recent.keep(hash, validation);
      return answer(validation, false);
    }
    if (known?.value.kind !== 'valid' || known.ageMs >= GRACE_MS) return { kind: 'unavailable' };
    log.warn('api_key_not_revalidated', { key: known.value.key.id });
    return answer(known.value, true);
  }
}

function answer(validation: Answer, degraded: boolean): KeyCheck {
  return validation.kind === 'valid' ? { ...validation, degraded } : validation;
}
