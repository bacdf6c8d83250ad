import { signedInPerson } from '#/features/auth/check-session.server.ts';
import { requirePermission } from '#/features/auth/guard.server.ts';
import type { Denial, SignedIn } from '#/features/auth/person.ts';
import { withPageStatus } from '#/lib/page-status.server.ts';

/** Who is signed in, for the console's frame. Every answer inside it is guarded by itself. */
export async function signedInOperator(): Promise<SignedIn | Denial> {
  const guarded = await requirePermission('admin');
  return guarded.ok ? signedInPerson() : withPageStatus(guarded);
}
