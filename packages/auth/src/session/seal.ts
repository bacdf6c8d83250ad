import { defaults, seal, unseal } from 'iron-webcrypto';

/**
 * Sealing as the WorkOS SDK does it (iron `Fe26.2`, password id 1, version suffix `~2`), so that a session sealed by
 * either is readable by the other.
 */
const PASSWORD_ID = '1';
const VERSION = '~2';

/** The password that seals, then those that are still accepted: `WORKOS_COOKIE_PASSWORD`, then `…_PREVIOUS`. */
export interface SealPasswords {
  readonly current: string;
  readonly previous?: string;
}

export type Unsealed =
  | { readonly kind: 'unsealed'; readonly value: unknown; readonly withPrevious: boolean }
  /** Cut off, tampered with, sealed with an unknown password, or never a seal. */
  | { readonly kind: 'unreadable' };

export async function sealJson(value: unknown, passwords: SealPasswords): Promise<string> {
  const sealed = await seal(
    value,
    { id: PASSWORD_ID, secret: passwords.current },
    { ...defaults, encode: JSON.stringify },
  );
  return sealed + VERSION;
}

/** Never throws for what a browser may send. */
export async function unsealJson(sealed: string, passwords: SealPasswords): Promise<Unsealed> {
  const bare = sealed.endsWith(VERSION) ? sealed.slice(0, -VERSION.length) : sealed;
  const attempts = [passwords.current, ...(passwords.previous === undefined ? [] : [passwords.previous])];
  for (const [attempt, password] of attempts.entries()) {
    try {
      const value = await unseal(bare, { [PASSWORD_ID]: password }, defaults);
      return { kind: 'unsealed', value, withPrevious: attempt > 0 };
    } catch {
      // Iron says why in words only, and every reason means the same here: not ours, try the next password.
    }
  }
  return { kind: 'unreadable' };
}
