import { randomUUID } from 'node:crypto';
import { signAccessToken, signApplicationToken } from '@layerkick/workos-local/access-token';
import { CLIENT_ID } from '@layerkick/workos-local/accounts';
import { KEY_ID, SIGNING_KEY } from '@layerkick/workos-local/signing-key';
import { importJWK, SignJWT } from 'jose';
import { z } from 'zod';
import type { BuiltWorker } from '../built-worker.ts';
import { sealedSession } from '../sealed-session.ts';
import { apiKeyOf, postToWorkOS } from '../workos-api.ts';
import { People } from './people.ts';
import { organizationOf, type Subject, WITH_KEYS } from './subjects.ts';

const LIFE_SECONDS = 300;
const AUTHKIT_KEY = await importJWK(SIGNING_KEY, 'RS256');
const SUPPORT = 'support@layerkick.test';
const madeKey = z.object({ value: z.string() });

/** What everybody brings who asks. Tokens and sessions are new ones each time, so that nothing that ends one does harm. */
export class Credentials {
  readonly #app: BuiltWorker;
  readonly #people: People;
  readonly #keys = new Map<string, Promise<string>>();

  constructor(app: BuiltWorker) {
    this.#app = app;
    this.#people = new People(app);
  }

  /** The headers of one request by somebody. */
  async headersOf(subject: Subject): Promise<Record<string, string>> {
    const { kind, scopes } = subject;
    switch (kind) {
      case 'nobody':
        return {};
      case 'session':
      case 'impersonated session':
        return { Cookie: `wos-session=${await this.#session(subject)}`, Origin: this.#app.origin };
      case 'person’s token':
        return bearer(await this.#accessToken(subject, await this.#begin(subject)));
      case 'application for a person':
        return bearer(await this.#delegatedToken(subject));
      case 'application': {
        const about = { issuer: this.#app.workos.url, clientId: 'client_m2m', organizationId: 'org_active' };
        return bearer(await signApplicationToken({ ...about, scopes }, Date.now(), LIFE_SECONDS));
      }
      case 'key of a person':
      case 'key of an organization':
        return { 'X-API-Key': await this.#key(subject) };
    }
  }

  #key(subject: Subject): Promise<string> {
    const name = JSON.stringify(subject);
    const key = this.#keys.get(name) ?? this.#makeKey(subject);
    this.#keys.set(name, key);
    return key;
  }

  async #makeKey(subject: Subject): Promise<string> {
    const { kind, state, role } = subject;
    // A scope that WorkOS does not know cannot be given to a key.
    const scopes = subject.scopes.filter((scope) => scope !== 'admin');
    if (kind === 'key of an organization') return (await apiKeyOf(this.#app, 'org_active', scopes)).value;
    const { person } = WITH_KEYS.find((each) => each.state === state && each.role === role) ?? WITH_KEYS[0];
    await this.#people.idOf(subject, person);
    const key = { name: 'Laptop', permissions: scopes, organization_id: organizationOf(state) };
    const made = await postToWorkOS(this.#app, `/user_management/users/${person}/api_keys`, key);
    return madeKey.parse(made).value;
  }

  async #personOf(subject: Subject): Promise<string> {
    return this.#people.idOf(
      subject,
      subject.state === 'on the list of administrators' ? 'user_01LKADMIN' : undefined,
    );
  }

  /** A session's id; an operator's who is on a visit is on one from the start. */
  async #begin({ state }: Subject): Promise<string> {
    const sid = `session_${randomUUID()}`;
    if (state === 'operator on a visit') {
      const visit = this.#app.storage.DB.prepare(`INSERT INTO tenant_visit VALUES (?, 'org_another', 0)`);
      await visit.bind(sid).run();
    }
    return sid;
  }

  async #accessToken(subject: Subject, sessionId: string): Promise<string> {
    const { kind, role, state } = subject;
    const claims = {
      userId: await this.#personOf(subject),
      sessionId,
      organizationId: organizationOf(state),
      standing: role === null ? null : { role, permissions: [] },
      impersonatorEmail: kind === 'impersonated session' ? SUPPORT : null,
    };
    return signAccessToken(claims, Date.now(), LIFE_SECONDS);
  }

  async #session(subject: Subject): Promise<string> {
    const { kind, state } = subject;
    const sid = await this.#begin(subject);
    const id = await this.#personOf(subject);
    const method = state === 'in by single sign-on' ? 'SSO' : 'MagicAuth';
    const session = {
      accessToken: await this.#accessToken(subject, sid),
      refreshToken: `refresh_${sid}`,
      user: { id, email: `${id}@people.example`, firstName: null, lastName: null },
      sid,
      signedInAt: Date.now(),
      signedInBy: { method, organizationId: organizationOf(state) },
      ...(kind === 'impersonated session' ? { impersonator: { email: SUPPORT, reason: 'a question' } } : {}),
    };
    return sealedSession(session, this.#app.cookiePassword);
  }

  /** A token that an application has, about the person who let it in. */
  async #delegatedToken(subject: Subject): Promise<string> {
    const { role, scopes, state } = subject;
    const organization = organizationOf(state);
    const claims = {
      sid: await this.#begin(subject),
      client_id: 'client_assistant',
      scope: scopes.join(' '),
      ...(organization === null ? {} : { org_id: organization }),
      ...(role === null ? {} : { role }),
    };
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: KEY_ID })
      .setIssuer(this.#app.workos.url)
      .setAudience(CLIENT_ID)
      .setSubject(await this.#personOf(subject))
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(AUTHKIT_KEY);
  }
}

function bearer(token: string): Record<string, string> {
  return { Authorization: `Bearer ${token}` };
}
