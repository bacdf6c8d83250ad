import type { Problem } from '../problem.ts';

/** What the frame answers by itself. All codes of the API are in docs/api.md. */
export const CREDENTIAL_MISSING: Problem = {
  status: 401,
  code: 'credential_missing',
  title: 'Say who you are',
  detail: 'Send an API key or an access token as Authorization: Bearer, or sign in.',
};
export const PERMISSION_MISSING: Problem = {
  status: 403,
  code: 'permission_missing',
  title: 'This credential may not do that',
};
/** The same whether or not the store exists. */
export const STORE_FORBIDDEN: Problem = {
  status: 403,
  code: 'store_forbidden',
  title: 'This credential may not see that store',
};
/** The same whether or not the organization exists. */
export const ORGANIZATION_FORBIDDEN: Problem = {
  status: 403,
  code: 'organization_forbidden',
  title: 'This credential is not in the organization that the request names',
};
export const ORIGIN_FORBIDDEN: Problem = {
  status: 403,
  code: 'origin_forbidden',
  title: 'A signed-in browser may change things from our own pages only',
  detail: 'Send an API key or an access token instead of the cookie.',
};
/** A table that would have more rows than an export goes on for. */
export function exportTooLong(rows: number, most: number): Problem {
  return {
    status: 422,
    code: 'export_too_long',
    title: `This table would have ${rows} rows`,
    detail: `At most ${most} can be exported: narrow it by filters or days.`,
  };
}
/** While WorkOS cannot be asked whether the credential is still good. */
export function readOnly({ code, message }: { readonly code: string; readonly message: string }): Problem {
  return { status: 503, code, title: 'Nothing can be changed right now', detail: message };
}
export const READ_ONLY_HEADERS = { 'retry-after': '60' };
export const RATE_LIMITED: Problem = { status: 429, code: 'rate_limited', title: 'Too many requests' };
export const KEY_MALFORMED: Problem = {
  status: 400,
  code: 'idempotency_key_malformed',
  title: 'Idempotency-Key is 1 to 200 printable ASCII characters',
};
export const KEY_REUSED: Problem = {
  status: 422,
  code: 'idempotency_key_reused',
  title: 'This Idempotency-Key was used for another request',
};
export const KEY_IN_USE: Problem = {
  status: 409,
  code: 'idempotency_key_in_use',
  title: 'The first request with this Idempotency-Key is not over',
};
