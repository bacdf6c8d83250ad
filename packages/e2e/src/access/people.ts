import type { BuiltWorker } from '../built-worker.ts';
import { organizationOf, type Subject } from './subjects.ts';

/** Everything there is of it before anybody asks. */
export async function prepareOrganizations({ storage: { DB } }: BuiltWorker): Promise<void> {
  const organizations = ['org_active', 'org_inactive', 'org_sso', 'org_deleted'];
  await DB.batch([
    DB.prepare(
      `INSERT INTO store (slug, name, time_zone, currency, created_at) VALUES
         ('owned', 'Owned', 'Europe/London', 'GBP', 0), ('mapped', 'Mapped', 'Europe/London', 'GBP', 0),
         ('of-another', 'Another', 'Europe/London', 'GBP', 0), ('spare', 'Spare', 'Europe/London', 'GBP', 0)`,
    ),
    ...organizations.flatMap((id) => [
      DB.prepare(
        `INSERT INTO organization (id, name, domains, updated_at, version, deleted_at) VALUES (?, ?, '[]', 1, 'v', ?)`,
      ).bind(id, id, id === 'org_deleted' ? 1 : null),
      DB.prepare(`INSERT INTO organization_store VALUES (?, 'owned')`).bind(id),
    ]),
    DB.prepare(`INSERT INTO organization_store VALUES ('org_another', 'of-another')`),
    DB.prepare(`INSERT INTO organization_policy (organization_id, require_sso) VALUES ('org_sso', 1)`),
    DB.prepare(
      `INSERT INTO connection VALUES ('connection_1', 'org_sso', 'SSO', 'GenericSAML', 'active', 1, 'v', NULL)`,
    ),
  ]);
}

/** The people of a matrix, as the mirror and KV have them: each is made when they are first asked for. */
export class People {
  readonly #app: BuiltWorker;
  readonly #made = new Map<string, Promise<string>>();

  constructor(app: BuiltWorker) {
    this.#app = app;
  }

  /** Somebody of this state, role and mapping, who is the same every time. @param id theirs, where it matters */
  idOf(subject: Subject, id?: string): Promise<string> {
    const { state, role, mapped } = subject;
    const name = id ?? `${state} ${role} ${mapped}`;
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    const chosen = id ?? `user_${this.#made.size}of`;
    const made = this.#make(chosen, subject).then(() => chosen);
    this.#made.set(name, made);
    return made;
  }

  async #make(userId: string, { state, role, mapped }: Subject): Promise<void> {
    const { DB, LAYERKICK_KV } = this.#app.storage;
    const email = `${userId}@people.example`.toLowerCase();
    const organization = organizationOf(state);
    const membership = (of: string, status: string, deletedAt: number | null) =>
      DB.prepare(`INSERT INTO membership VALUES (?, ?, ?, ?, ?, 1, 'v', ?)`).bind(
        `om_${userId}`,
        userId,
        of,
        role,
        status,
        deletedAt,
      );
    const status = state === 'inactive' || state === 'pending' ? state : 'active';
    const isOperator = state === 'operator' || state === 'operator on a visit';
    const isMember = organization !== null && state !== 'not mirrored yet';
    await DB.batch([
      DB.prepare(`INSERT INTO user VALUES (?, ?, NULL, NULL, 1, 1, 'v', ?)`).bind(
        userId,
        email,
        state === 'person deleted' ? 1 : null,
      ),
      ...(isMember ? [membership(organization, status, state === 'ended' ? 1 : null)] : []),
      ...(isOperator ? [membership('org_internal', 'active', null)] : []),
      ...(state === 'let go by the directory'
        ? [
            DB.prepare(
              `INSERT INTO directory_user VALUES (?, 'd', 'org_active', ?, 'inactive', 1, 'v', NULL)`,
            ).bind(`du_${userId}`, email),
          ]
        : []),
    ]);
    if (mapped) await LAYERKICK_KV.put(`user-store:${userId}`, '["mapped"]');
  }
}
