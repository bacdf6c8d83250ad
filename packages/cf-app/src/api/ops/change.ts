import type { Change } from '../../features/access/audit-log.server.ts';
import { changeInRequest } from '../../features/access/change-in-request.server.ts';

/** Whoever holds the operators' token; the request id leads to the log line with the rest. */
export function operatorChange(): Change {
  return changeInRequest('operator', 'command');
}
