import type { Calls } from '@layerkick/workos-local/calls';
import type { Faults } from '@layerkick/workos-local/faults';
import type { Visitor } from '../visitor.ts';

/** Whoever keeps the accounts in a test, as far as tests of signing in and of sessions have to know. */
export interface IdentityService {
  readonly url: string;
  readonly faults: Faults;
  readonly calls: Calls;
  /** Where codes and refresh tokens are spent. */
  readonly tokenPath: string;
  /** Names in `calls`. */
  readonly codeExchange: string;
  readonly refresh: string;
  /** Where a browser is sent to sign out, up to the query. */
  readonly signOutAddress: string;
  /** What the Worker needs to know to use this service. */
  readonly settings: { readonly vars: Record<string, string>; readonly secrets: Record<string, string> };
  /** The same token, signed anew, as if it had ended `seconds` ago. */
  ended(token: string, seconds: number): Promise<string>;
  /** What a browser does that was sent to `address` to sign out; the result is where it is sent then. */
  signOutAt(visitor: Visitor, address: string): Promise<string>;
  close(): Promise<void>;
}
