import type { Change } from '../../features/access/audit-log.server.ts';
import { requestId } from '../../lib/request-context.server.ts';

/** Whoever holds the operators' token; the request id leads to the log line with the rest. */
export function operatorChange(): Change {
  return { actor: 'operator', requestId: requestId(), at: Date.now() };
}
