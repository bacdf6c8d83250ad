import type { AuthContext } from '@layerkick/auth/auth-context';
import type { Change } from '#/features/access/audit-log.server.ts';
import { changeInRequest } from '#/features/access/change-in-request.server.ts';
import { requirePermission } from '#/features/auth/guard.server.ts';
import type { Denial } from '#/features/auth/person.ts';
import { log } from '#/lib/log.server.ts';
import { requestId } from '#/lib/request-context.server.ts';

interface Operator {
  readonly auth: AuthContext;
  /** What goes into the audit log with what is changed. */
  readonly change: Change;
}

/** Something that an operator changes in the console. What fails on the way is in the log, under the id that they see. */
export async function changeAsOperator<T>(work: (operator: Operator) => Promise<T>): Promise<T | Denial> {
  const guarded = await requirePermission('admin');
  if (!guarded.ok) return guarded;
  const { auth } = guarded;
  try {
    return await work({ auth, change: changeInRequest(auth.principal.id, 'console') });
  } catch (cause) {
    log.error('console_change_failed', { cause: String(cause) });
    return { ok: false, code: 'unavailable', requestId: requestId() };
  }
}
