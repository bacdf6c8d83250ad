import { equalInConstantTime } from '../constant-time.ts';
import { type Cookies, deleteCookie, type SetCookie, setCookie } from '../cookie.ts';

/** Seconds between leaving for the sign-in page and coming back. */
export const FLOW_LIFE_SECONDS = 600;
/** Abandoned sign-ins pile up in a browser until requests are refused for their size (HTTP 431). */
const MOST_FLOWS = 5;

/**
 * One cookie per sign-in that was begun: `__Host-wos-flow.<begun, base 36>.<random>`. Over plain http, which only
 * localhost uses, without the prefix and `Secure`.
 */
export interface FlowCookieSettings {
  readonly https: boolean;
}

export function openFlowCookie(
  flow: { readonly sealed: string; readonly issuedAt: number; readonly nonce: string },
  cookies: Cookies,
  { https }: FlowCookieSettings,
): SetCookie[] {
  const prefix = namePrefix(https);
  const name = `${prefix}${flow.issuedAt.toString(36).padStart(9, '0')}.${flow.nonce.slice(0, 8)}`;
  // Names begin with the time: the newest that may stay beside this one are the last ones.
  const others = [...cookies.keys()].filter((other) => other.startsWith(prefix)).toSorted();
  const evicted = others.slice(0, Math.max(0, others.length - (MOST_FLOWS - 1)));
  return [
    ...evicted.map((other) => deleteCookie(other, https)),
    setCookie(name, flow.sealed, { maxAge: FLOW_LIFE_SECONDS, secure: https }),
  ];
}

/** The deletion of the cookie that holds exactly this state; null where this browser did not begin that sign-in. */
export function closeFlowCookie(
  state: string,
  cookies: Cookies,
  { https }: FlowCookieSettings,
): SetCookie | null {
  const prefix = namePrefix(https);
  let held: string | null = null;
  for (const [name, value] of cookies) {
    if (name.startsWith(prefix) && equalInConstantTime(value, state)) held = name;
  }
  return held === null ? null : deleteCookie(held, https);
}

function namePrefix(https: boolean): string {
  return https ? '__Host-wos-flow.' : 'wos-flow.';
}
