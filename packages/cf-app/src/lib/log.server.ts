import type { Log, LogFields } from '@layerkick/auth/log';
import { traceId } from './trace.server.ts';

/** One JSON line per event, with the request's id. Never tokens, cookies, e-mail addresses or IP addresses. */
export const log: Log & { info(event: string, fields?: LogFields): void } = {
  info: (event, fields) => console.log(line('info', event, fields)),
  warn: (event, fields) => console.warn(line('warn', event, fields)),
  error: (event, fields) => console.error(line('error', event, fields)),
};

function line(level: 'info' | 'warn' | 'error', event: string, fields: LogFields = {}): string {
  return JSON.stringify({ level, event, requestId: traceId(), ...fields });
}
