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
  // Written field by field: copying them into one object first takes longer than all the rest.
  let text = `{"level":"${level}","event":"${event}","requestId":"${id}"`;
  for (const name in fields) {
    const value = fields[name];
    if (value !== undefined) text += `,"${name}":${json(value)}`;
  }
  return `${text}}`;
}

/** What most values are made of: ids, names of ours, patterns of routes. */
const PLAIN = /^[\w /:.,$*{}()-]*$/;

function json(value: string | number | boolean | null): string {
  return typeof value === 'string' && PLAIN.test(value) ? `"${value}"` : JSON.stringify(value);
}
