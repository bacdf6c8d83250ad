import { deleteCookie, type SetCookie, setCookie } from '@layerkick/auth/cookie';
import type { OrganizationChoice } from '@layerkick/auth/provider';
import { sealJson, unsealJson } from '@layerkick/auth/session/seal';
import { env } from 'cloudflare:workers';
import { z } from 'zod';
import { identityOf } from '#/features/auth/identity.server.ts';
import { requestContext } from '#/lib/request-context.server.ts';

/** Seconds to choose in; WorkOS's own token lives as long. */
const LIFE_SECONDS = 600;

const pending = z.object({
  pendingToken: z.string().min(1),
  organizations: z.array(z.object({ id: z.string(), name: z.string() })),
  returnTo: z.string(),
  /** Epoch ms. */
  askedAt: z.number(),
});
/** A sign-in that waits for its person to choose an organization. */
export type PendingChoice = z.output<typeof pending>;

/** The cookie that a sign-in waits in, sealed. */
export async function holdChoice(
  { pendingToken, organizations }: OrganizationChoice,
  returnTo: string,
): Promise<readonly SetCookie[]> {
  const held = { pendingToken, organizations, returnTo, askedAt: Date.now() };
  const { name, secure } = cookie();
  const sealed = await sealJson(held, identityOf(env).passwords);
  return [setCookie(name, sealed, { maxAge: LIFE_SECONDS, secure })];
}

/** The sign-in that waits in this browser; null where none does, or not any more. */
export async function heldChoice(): Promise<PendingChoice | null> {
  const sealed = requestContext().cookies.get(cookie().name);
  if (sealed === undefined) return null;
  const unsealed = await unsealJson(sealed, identityOf(env).passwords);
  if (unsealed.kind === 'unreadable') return null;
  const held = pending.safeParse(unsealed.value).data ?? null;
  return held !== null && Date.now() - held.askedAt < LIFE_SECONDS * 1000 ? held : null;
}

export function forgetChoice(): readonly SetCookie[] {
  const { name, secure } = cookie();
  return [deleteCookie(name, secure)];
}

function cookie(): { name: string; secure: boolean } {
  const secure = identityOf(env).configuration.APP_ORIGIN.startsWith('https:');
  return { name: secure ? '__Host-wos-choice' : 'wos-choice', secure };
}
