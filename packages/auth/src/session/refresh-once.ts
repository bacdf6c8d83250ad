import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { RefreshOutcome, RefreshRequest } from '../provider.ts';
import { sha256Hex } from '../sha256.ts';
import { GRACE_MS } from './policy.ts';
import { type SealPasswords, sealJson, unsealJson } from './seal.ts';
import { session } from './session.ts';
import { singleFlight } from './single-flight.ts';

/**
 * How long the answer to a spent refresh token is repeated, in ms: requests that left the browser with the old
 * cookie still arrive while the first answer with the new one is on its way.
 */
export const KEPT_MS = 30 * 1000;

/** Survives the object's memory; the answer holds tokens and is therefore sealed. */
export interface KeptAnswer {
  read(): Promise<string | undefined>;
  /** @param until epoch ms after which it must be gone */
  keep(sealed: string, until: number): Promise<void>;
}

export interface RefreshOnceParts {
  readonly refresh: (request: RefreshRequest) => Promise<RefreshOutcome>;
  readonly kept: KeptAnswer;
  readonly passwords: SealPasswords;
  readonly clock: Clock;
}

const answer = z.object({
  until: z.number(),
  outcome: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('refreshed'), session }),
    z.object({ kind: z.literal('terminal'), reason: z.string() }),
  ]),
});

/**
 * Spends one refresh token, once, for everybody who holds it.
 *
 * A new session is repeated for {@link KEPT_MS}, its end for as long as an outage would let people go on: whoever was
 * told that it is over does not get it back by a failure. What is transient is not kept, so that the next request tries
 * again.
 */
export function refreshOnce({ refresh, kept, passwords, clock }: RefreshOnceParts) {
  const once = singleFlight<RefreshOutcome>();

  async function spend(request: RefreshRequest): Promise<RefreshOutcome> {
    const known = await repeat();
    if (known !== null) return known;
    const outcome = await refresh(request);
    if (outcome.kind === 'refreshed' || outcome.kind === 'terminal') {
      const until = clock() + (outcome.kind === 'terminal' ? GRACE_MS : KEPT_MS);
      await kept.keep(await sealJson({ until, outcome }, passwords), until);
    }
    return outcome;
  }

  async function repeat(): Promise<RefreshOutcome | null> {
    const sealed = await kept.read();
    if (sealed === undefined) return null;
    const unsealed = await unsealJson(sealed, passwords);
    const stored = unsealed.kind === 'unsealed' ? answer.safeParse(unsealed.value).data : undefined;
    return stored !== undefined && clock() < stored.until ? stored.outcome : null;
  }

  return (request: RefreshRequest) => once(request.refreshToken, () => spend(request));
}

/** Names the object that spends a refresh token, without giving the token away. */
export function refreshObjectName(refreshToken: string): Promise<string> {
  return sha256Hex(refreshToken);
}
