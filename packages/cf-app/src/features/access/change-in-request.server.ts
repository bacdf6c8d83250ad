import { requestContext, requestId } from '../../lib/request-context.server.ts';
import type { Change, Origin } from './audit-log.server.ts';

/** As long as an IPv6 address can be. */
const MOST_CHARACTERS = 45;

/** A change that the request being answered asks for. @param at epoch ms */
export function changeInRequest(actor: string, via: Origin['via'], at: number = Date.now()): Change {
  const address = requestContext().request.headers.get('cf-connecting-ip');
  return {
    actor,
    requestId: requestId(),
    at,
    from: { via, address: address?.slice(0, MOST_CHARACTERS) ?? null },
  };
}
