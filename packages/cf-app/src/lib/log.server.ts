import type { Log, LogFields } from '@layerkick/auth/log';
import { requestId } from './request-context.server.ts';

/** One JSON line per event, with the request's id. Never tokens, cookies, e-mail addresses or IP addresses. */
export const log: Log = {
  warn: (event, fields) => console.warn(line('warn', event, fields)),
  error: (event, fields) => console.error(line('error', event, fields)),
};

function line(level: 'warn' | 'error', event: string, fields: LogFields = {}): string {
  return JSON.stringify({ level, event, requestId: requestId(), ...fields });
}
