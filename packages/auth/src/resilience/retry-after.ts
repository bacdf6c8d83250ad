import { LONGEST_WAIT_ASKED_MS } from './schedule.ts';

/**
 * What `Retry-After` asks for, in ms: seconds or an HTTP date. Null where nothing sensible is asked.
 *
 * @param now epoch ms
 */
export function retryAfterMs(headers: Headers, now: number): number | null {
  const value = headers.get('Retry-After')?.trim() ?? '';
  const asked = /^\d{1,9}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(asked) && asked >= 0 ? Math.min(asked, LONGEST_WAIT_ASKED_MS) : null;
}
