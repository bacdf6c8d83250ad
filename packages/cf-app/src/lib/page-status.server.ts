import { getRequest, setResponseHeader, setResponseStatus } from '@tanstack/react-start/server';

type Code = 'signed_out' | 'forbidden' | 'unavailable' | 'store_unknown';
type Outcome = { readonly ok: true } | { readonly ok: false; readonly code: Code };

/** `signed_out` is answered with a redirect. */
const STATUS: Readonly<Partial<Record<Code, number>>> = {
  forbidden: 403,
  unavailable: 503,
  store_unknown: 404,
};

/**
 * Gives a page that is rendered here the status that its content means: 403 for "no access", 404 for what is not
 * there, 503 for "not right now". A call from the browser is answered with data, whatever the outcome.
 */
export function withPageStatus<T extends Outcome>(outcome: T): T {
  if (outcome.ok || getRequest().headers.has('x-tsr-serverfn')) return outcome;
  const status = STATUS[outcome.code];
  if (status !== undefined) setResponseStatus(status);
  if (status === 503) setResponseHeader('Retry-After', '10');
  return outcome;
}
