import {
  AdministrationError,
  type WorkOSAdministration,
  workosAdministration,
} from '@layerkick/auth/workos/administration';
import type { AuthContext } from '@layerkick/auth/auth-context';
import { env } from 'cloudflare:workers';
import { z } from 'zod';
import { auditStatement, type AuditEntry, type Change } from '#/features/access/audit-log.server.ts';
import { identityOf } from '#/features/auth/identity.server.ts';
import type { Denial } from '#/features/auth/person.ts';
import { workosConnection } from '#/features/auth/session-provider.server.ts';
import { AS_ASKED, changeStatements } from '#/features/mirror/change-statements.server.ts';
import type { MirrorChange } from '#/features/mirror/changes-of-event.ts';
import { log } from '#/lib/log.server.ts';
import { requestId } from '#/lib/request-context.server.ts';
import { changeAsOperator } from './as-operator.server.ts';
import type { ChangeRefused } from './change-refused.ts';

/** An administrator who changes something, and what they do it with. */
export interface WorkOSOperator {
  readonly auth: AuthContext;
  readonly change: Change;
  /** @throws {NotWorkOSError} */
  readonly administration: WorkOSAdministration;
}

/** Somebody else than WorkOS keeps the accounts here: there is nobody to ask. */
export class NotWorkOSError extends Error {
  readonly code = 'not_workos';
}

/** WorkOS has done what was asked, and it could not be written down here. */
class NotRecordedError extends Error {
  readonly code = 'not_recorded';
}

/**
 * A change that an administrator asks for and that WorkOS has a part in. WorkOS comes first; what it answers is taken
 * over here together with the entry in the audit log ({@link record}). Whatever fails is an answer with the request's
 * id, and asking again does what is left to do.
 */
export function changeAtWorkOS<T>(
  work: (operator: WorkOSOperator) => Promise<T>,
): Promise<T | ChangeRefused | Denial> {
  return changeAsOperator(async ({ auth, change }) => {
    try {
      return await work({
        auth,
        change,
        get administration() {
          return administration();
        },
      });
    } catch (cause) {
      return failed(cause);
    }
  });
}

/** @throws {NotWorkOSError} */
export function administration(): WorkOSAdministration {
  const { configuration } = identityOf(env);
  if (configuration.AUTH_PROVIDER !== 'workos') throw new NotWorkOSError();
  return workosAdministration(workosConnection(env, configuration));
}

/** What WorkOS did becomes ours, in one transaction with who asked for it. @throws {NotRecordedError} */
export async function record(
  change: Change,
  changes: readonly MirrorChange[],
  entry: AuditEntry,
  also: readonly D1PreparedStatement[] = [],
): Promise<void> {
  try {
    await env.DB.batch([
      ...also,
      ...changes.flatMap((each) => changeStatements(env.DB, each, AS_ASKED, change.at)),
      auditStatement(env.DB, change, entry),
    ]);
  } catch (cause) {
    throw new NotRecordedError(entry.action, { cause });
  }
}

/** @throws what is not about WorkOS */
function failed(cause: unknown): ChangeRefused {
  if (cause instanceof AdministrationError) {
    const { code, status, reason } = cause;
    log.warn(code, { status, reason, cause: cause.message });
    return { ...refuse(code), detail: reason };
  }
  if (cause instanceof NotWorkOSError) return refuse(cause.code);
  if (cause instanceof z.ZodError) {
    // It did what was asked, in words that we do not understand.
    const fields = cause.issues.map(({ path }) => path.join('.')).join();
    log.error('workos_answer_unreadable', { fields });
    return refuse('not_recorded');
  }
  if (!(cause instanceof NotRecordedError)) throw cause;
  log.error('workos_change_not_recorded', { action: cause.message, cause: String(cause.cause) });
  return refuse(cause.code);
}

/** Nothing is done, for this reason. */
export function refuse<Code extends string>(code: Code): ChangeRefused<Code> {
  return { ok: false, code, requestId: requestId() };
}
