import type { StoreSettings } from '@layerkick/stats/store';

/** Who is signed in, as the pages show it. */
export interface Person {
  /** The WorkOS user id, which an operator needs to grant a store. */
  readonly id: string;
  readonly email: string | null;
  readonly name: string | null;
}

/** A store as the pages know it. */
export interface VisibleStore extends StoreSettings {
  readonly name: string;
}

/** Why a page is not shown. A store that does not exist and one that may not be seen are the same `forbidden`. */
export type Denial =
  | { readonly ok: false; readonly code: 'signed_out' | 'unavailable'; readonly requestId: string }
  | {
      readonly ok: false;
      readonly code: 'forbidden';
      readonly requestId: string;
      readonly person: Person;
      /** Where their stores are: at the organization's own address, unless they are nobody in it. */
      readonly home: string;
      /** Where to sign in by the organization's single sign-on, which it requires. */
      readonly ssoSignIn?: string;
    };

/** Nothing may be changed now: WorkOS cannot say whether the session is still good. */
export interface Degraded {
  readonly ok: false;
  readonly code: 'degraded';
  readonly requestId: string;
}

/** Something that cannot be undone is asked for: the person goes to `signIn` first, and comes back to the page. */
export interface SignInAgain {
  readonly ok: false;
  readonly code: 'sign_in_again';
  /** A path of ours, to be gone to as a document. */
  readonly signIn: string;
  readonly requestId: string;
}

export interface SignedIn {
  readonly ok: true;
  readonly person: Person;
  /** Every store that this person may see, by name. */
  readonly stores: readonly VisibleStore[];
  /** The page must say so: nobody signed in. */
  readonly devBypass: boolean;
  /** The page must say so: WorkOS cannot be asked, and nothing may be changed. */
  readonly degraded: boolean;
  readonly requestId: string;
}
