import { checkSession } from '#/features/auth/session.functions.ts';

type SessionAt = Awaited<ReturnType<typeof checkSession>>;
/** Somebody who may see the store that they asked for. */
export type SessionAtStore = Extract<SessionAt, { ok: true }>;

/** Browser only; on the server each request asks for itself. */
let held: { readonly slug: string; readonly session: SessionAt } | null = null;

/**
 * Who is looking at `slug`. While somebody stays on one store's page, a click does not ask again: every
 * answer with figures in it is guarded by itself.
 */
export async function sessionAt(slug: string, cause: 'preload' | 'enter' | 'stay'): Promise<SessionAt> {
  if (cause === 'stay' && held?.slug === slug) return held.session;
  return checkSession({ data: { slug } });
}

/** Browser only: what the page of `slug` was opened with. */
export function holdSession(slug: string, session: SessionAt): void {
  held = { slug, session };
}
