import type { LogFields } from '@layerkick/auth/log';
import { traceId } from './trace.server.ts';

/** One JSON line per event, with the request's id. Never tokens, cookies, e-mail addresses or IP addresses. */
export const log: Readonly<Record<'info' | 'warn' | 'error', Write>> = {
  info: (event, fields, id) => console.log(line('info', event, fields, id)),
  warn: (event, fields, id) => console.warn(line('warn', event, fields, id)),
  error: (event, fields, id) => console.error(line('error', event, fields, id)),
};

/** @param id of the request that it is about, where that is at hand; otherwise it is looked for */
type Write = (event: string, fields?: LogFields, id?: string) => void;

function line(
  level: 'info' | 'warn' | 'error',
  event: string,
  fields: LogFields = {},
  id = traceId(),
): string {
  return JSON.stringify({ level, event, requestId: id, ...fields });
}
