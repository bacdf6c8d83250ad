import type { ApiKeyParts } from '@layerkick/auth/credentials/api-key';
import type { BearerParts, KnownPerson, PersonClaims } from '@layerkick/auth/credentials/bearer';
import { keyStandingInD1 } from '@layerkick/auth/credentials/key-standing';
import { validatedKeys } from '@layerkick/auth/credentials/validated-keys';
import { readOrganizationStores } from '@layerkick/auth/organization-stores';
import { sameAsBefore } from '@layerkick/auth/same-as-before';
import type { ApplicationTokenRules } from '@layerkick/auth/tokens/application-token';
import { bearerVerifier } from '@layerkick/auth/tokens/bearer-tokens';
import { cachedKeys } from '@layerkick/auth/tokens/jwks';
import { rememberTokens } from '@layerkick/auth/tokens/remembered-tokens';
import { type ApiKeyDirectory, workosApiKeys } from '@layerkick/auth/workos/api-keys';
import type { Configuration } from '#/env.server.ts';
import { log } from '#/lib/log.server.ts';
import type { CurrentRequest } from '#/lib/request-context.server.ts';
import { workosFetch } from '#/lib/workos-fetch.server.ts';
import { requestedOrganization } from '#/features/organizations/organization-of-request.server.ts';
import { identityOf } from './identity.server.ts';
import { keyAttempts } from './key-attempts.server.ts';
import { keptSigningKeys, workosConnection } from './session-provider.server.ts';
import { claimOf, partsOf, personFacts, wasEnded } from './person-claim.server.ts';

/** Where assistants talk to us, and whom the tokens for that are issued for. */
export const MCP_PATH = '/mcp';

/** What credentials in headers are checked with: chosen once per isolate from the configuration. */
interface Credentials {
  readonly configuration: Configuration;
  readonly directory: ApiKeyDirectory;
  readonly bearerIn: (current: CurrentRequest) => BearerParts;
  readonly apiKeyIn: (current: CurrentRequest) => ApiKeyParts;
}

let built: Credentials | undefined;

export function credentialsOf(env: Env): Credentials {
  const { configuration, provider } = identityOf(env);
  if (built?.configuration === configuration) return built;

  const directory = workosApiKeys(workosConnection(env, configuration), log);
  const verify = rememberTokens(
    bearerVerifier((token) => provider.verify(token), applicationTokens(configuration, env)),
    (token) => (token.of === 'session' ? token.session.exp : token.application.exp),
    Date.now,
  );
  const check = validatedKeys({
    attempts: keyAttempts(env),
    validate: (value) => directory.validate(value),
    clock: Date.now,
    log,
  });
  const standing = keyStandingInD1(env.DB);
  const audience = readingAudience(configuration);
  // Only what is not known yet takes whoever looks for the request by themselves.
  built = {
    configuration,
    directory,
    bearerIn: (current) => ({
      verify: (token) => verify(token, (work) => current.within(work)),
      person: (claims) => personIn(current, claims),
      organizationStores: (id) => readOrganizationStores(env.DB, id, current),
      readingAudience: audience,
      log: current,
    }),
    apiKeyIn: (current) => ({
      check: (value) => check(value, (work) => current.within(work)),
      standing,
      person: (claims) => personIn(current, claims),
      log: current,
    }),
  };
  return built;
}

const person = sameAsBefore<KnownPerson>();

/**
 * What is known about the person of a credential in a header, in the organization that the request names: one question. The
 * same object as long as nothing about the person changes.
 */
async function personIn(current: CurrentRequest, claims: PersonClaims): Promise<KnownPerson> {
  const named = requestedOrganization(current);
  const facts = await personFacts(claims, named && (await named), current);
  return person(claims, partsOf(facts), () => ({
    claim: claimOf(claims, null, facts),
    ended: wasEnded(facts),
  }));
}

function applicationTokens(configuration: Configuration, env: Env): ApplicationTokenRules | null {
  const issuer = configuration.WORKOS_AUTHKIT_DOMAIN;
  if (issuer === undefined) return null;
  const keys = cachedKeys({
    url: `${issuer}/oauth2/jwks`,
    fetch: workosFetch(env, configuration),
    kept: keptSigningKeys(env.LAYERKICK_KV, issuer),
    clock: Date.now,
    log,
  });
  const audiences = [configuration.WORKOS_CLIENT_ID, readingAudience(configuration)];
  return { keys, issuer, audiences, clock: Date.now, log };
}

function readingAudience({ APP_ORIGIN }: Configuration): string {
  return `${APP_ORIGIN}${MCP_PATH}`;
}
