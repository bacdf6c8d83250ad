import { getRequest, setResponseHeader, setResponseStatus } from '@tanstack/react-start/server';

type Outcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'signed_out' | 'forbidden' | 'unavailable' };

/**
 * Gives a page that is rendered here the status that its content means: 403 for "no access", 503 for "not right now". A
 * call from the browser is answered with data, whatever the outcome.
 */
export function withPageStatus<T extends Outcome>(outcome: T): T {
  if (outcome.ok || getRequest().headers.has('x-tsr-serverfn')) return outcome;
  if (outcome.code === 'forbidden') setResponseStatus(403);
  if (outcome.code === 'unavailable') {
    setResponseStatus(503);
    setResponseHeader('Retry-After', '10');
  }
  return outcome;
}
