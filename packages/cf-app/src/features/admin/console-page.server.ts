import { setResponseStatus } from '@tanstack/react-start/server';
import type { Denial } from '#/features/auth/person.ts';
import { log } from '#/lib/log.server.ts';
import { withPageStatus } from '#/lib/page-status.server.ts';
import { requestId } from '#/lib/request-context.server.ts';

/** There is nobody and nothing by that id. Administrators see everything, so this gives nothing away. */
export interface NotFound {
  readonly ok: false;
  readonly code: 'not_found';
  readonly requestId: string;
}

export function notFound(): NotFound {
  setResponseStatus(404);
  return { ok: false, code: 'not_found', requestId: requestId() };
}

/** What a page is made of, or that it cannot be had right now. */
export async function orUnavailable<T extends { readonly ok: true } | NotFound>(
  read: () => Promise<T>,
): Promise<T | Denial> {
  try {
    return await read();
  } catch (cause) {
    log.error('console_page_unavailable', { cause: String(cause) });
    return withPageStatus({ ok: false, code: 'unavailable', requestId: requestId() });
  }
}
