import type { Denial, SignInAgain } from '#/features/auth/person.ts';
import type { KeyScope } from './key-scopes.ts';

/** An API key as its organization's owners see it. Its value is not among what is known. */
export interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  /** How it begins and ends, to recognise it by. */
  readonly obfuscated: string;
  /** Epoch ms. */
  readonly createdAt: number;
  /** Epoch ms; null where it was never used, or where WorkOS could not be asked. */
  readonly lastUsedAt: number | null;
  /** Epoch ms; null while it opens something. */
  readonly revokedAt: number | null;
}

/** Why somebody cannot manage keys although they are signed in. */
export interface KeysRefusal {
  readonly ok: false;
  readonly code:
    | 'no_organization'
    | 'not_allowed'
    | 'unavailable'
    | 'degraded'
    | 'scope_not_held'
    | 'unknown_key';
  readonly requestId: string;
}

export type KeyList =
  | {
      readonly ok: true;
      readonly keys: readonly KeyRow[];
      /** What the person may give to a key. */
      readonly scopes: readonly KeyScope[];
      /** False where WorkOS could not be asked: keys made elsewhere and last uses are missing. */
      readonly complete: boolean;
    }
  | KeysRefusal
  | Denial;

/** `value` is told this once and can never be had again. */
export type KeyCreation = { readonly ok: true; readonly value: string } | SignInAgain | KeysRefusal | Denial;
export type KeyRevocation = { readonly ok: true } | KeysRefusal | Denial;
