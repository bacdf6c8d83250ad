import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Cookies, SetCookie } from '../cookie.ts';
import { safeReturnPath } from '../return-to.ts';
import { type SealPasswords, sealJson, unsealJson } from '../session/seal.ts';
import {
  closeFlowCookie,
  FLOW_LIFE_SECONDS,
  type FlowCookieSettings,
  openFlowCookie,
} from './flow-cookies.ts';
import { codeChallengeOf, randomToken } from './pkce.ts';

/** One sign-in, from leaving for the provider's page until coming back. */
const flow = z.object({
  nonce: z.string().min(1),
  codeVerifier: z.string().min(43),
  /** Epoch ms. */
  issuedAt: z.number().int(),
  returnPathname: z.string().transform((path) => safeReturnPath(path)),
  redirectUri: z.string(),
});
type Flow = z.output<typeof flow>;

export interface FlowParts extends FlowCookieSettings {
  readonly passwords: SealPasswords;
  readonly clock: Clock;
  readonly random: (bytes: Uint8Array<ArrayBuffer>) => void;
}

export interface BegunFlow {
  /** The sealed flow: travels through the provider and waits in this browser's cookie; both must come back. */
  readonly state: string;
  readonly codeChallenge: string;
  readonly setCookies: readonly SetCookie[];
}

export async function beginFlow(
  asked: { readonly returnTo: unknown; readonly redirectUri: string },
  cookies: Cookies,
  { passwords, clock, random, https }: FlowParts,
): Promise<BegunFlow> {
  const begun: Flow = {
    nonce: randomToken(random),
    codeVerifier: randomToken(random),
    issuedAt: clock(),
    returnPathname: safeReturnPath(asked.returnTo),
    redirectUri: asked.redirectUri,
  };
  const state = await sealJson(begun, passwords);
  return {
    state,
    codeChallenge: await codeChallengeOf(begun.codeVerifier),
    setCookies: openFlowCookie({ sealed: state, ...begun }, cookies, { https }),
  };
}

export type ClosedFlow = (
  | { readonly kind: 'mine'; readonly codeVerifier: string }
  /** `not-ours`: no seal of ours. `not-here`: begun in another browser or tab, or already used. `too-old`: over 600 s. */
  | { readonly kind: 'refused'; readonly reason: 'not-ours' | 'not-here' | 'too-old' }
) & {
  /** Where the person wanted to go; `/` where the state does not say so credibly. */
  readonly returnPathname: string;
  /** The flow's cookie is deleted whatever happens next: a state is good for one use. */
  readonly setCookies: readonly SetCookie[];
};

/** Ends the sign-in that `state` belongs to. */
export async function closeFlow(
  state: string,
  redirectUri: string,
  cookies: Cookies,
  { passwords, clock, https }: FlowParts,
): Promise<ClosedFlow> {
  const deletion = closeFlowCookie(state, cookies, { https });
  const setCookies = deletion === null ? [] : [deletion];

  const unsealed = await unsealJson(state, passwords);
  const parsed = unsealed.kind === 'unsealed' ? flow.safeParse(unsealed.value).data : undefined;
  if (parsed === undefined || parsed.redirectUri !== redirectUri) {
    return { kind: 'refused', reason: 'not-ours', returnPathname: '/', setCookies };
  }
  const { returnPathname, codeVerifier } = parsed;
  if (deletion === null) return { kind: 'refused', reason: 'not-here', returnPathname, setCookies };
  const age = clock() - parsed.issuedAt;
  if (age > FLOW_LIFE_SECONDS * 1000)
    return { kind: 'refused', reason: 'too-old', returnPathname, setCookies };
  return { kind: 'mine', codeVerifier, returnPathname, setCookies };
}
