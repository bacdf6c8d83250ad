import type { WorkOSDirectory } from '@layerkick/auth/workos/directory';

/** What may happen at WorkOS; whom and where are indexes. */
export type Happening =
  | { readonly what: 'user' | 'organization'; readonly whom: number; readonly name: string }
  | { readonly what: 'membership'; readonly whom: number; readonly where: number; readonly status: string }
  | { readonly what: 'delete-user' | 'delete-organization'; readonly whom: number }
  | { readonly what: 'delete-membership'; readonly whom: number; readonly where: number };

interface Entity {
  readonly id: string;
  readonly updated_at: string;
}

/** A WorkOS whose state and events are both known to the test. Several things may happen in one millisecond. */
export class WorkOSUnderTest {
  readonly events: { id: string; event: string; created_at: string; data: Entity }[] = [];
  readonly #kept = new Map<string, { family: string; data: Entity }>();
  #life = 0;

  /** @param at epoch ms, not before that of the last happening */
  happen(happening: Happening, at: number): void {
    switch (happening.what) {
      case 'user':
        return this.#change('user', `user_${happening.whom}`, at, {
          email: `${happening.name}@example.test`,
          first_name: happening.name,
          last_name: null,
          email_verified: true,
        });
      case 'organization':
        return this.#change('organization', `org_${happening.whom}`, at, {
          name: happening.name,
          domains: [],
        });
      case 'membership':
        return this.#join(happening.whom, happening.where, happening.status, at);
      case 'delete-user':
        return this.#delete('user', `user_${happening.whom}`, at);
      case 'delete-organization':
        return this.#delete('organization', `org_${happening.whom}`, at);
      case 'delete-membership':
        return this.#delete('organization_membership', `om_${happening.whom}_${happening.where}`, at);
    }
  }

  /** Rows by id, in the columns that a test compares. */
  state(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      [...this.#kept.values()].map(({ data }) => [data.id, `${Date.parse(data.updated_at)} ${nameOf(data)}`]),
    );
  }

  get directory(): WorkOSDirectory {
    const listOf = (path: string, query: Readonly<Record<string, string>>) => {
      const family = FAMILIES[path];
      return [...this.#kept.values()]
        .filter((each) => each.family === family)
        .map(({ data }) => data)
        .filter((data) => !('organization_id' in data) || data.organization_id === query['organization_id']);
    };
    return {
      page: async (path, query) => {
        if (path !== '/events') return { data: listOf(path, query), after: null };
        const from = this.events.findIndex(({ id }) => id === query['after']) + 1;
        const data = this.events.slice(from, from + 7);
        return { data, after: from + 7 < this.events.length ? (data.at(-1)?.id ?? null) : null };
      },
      all: async (path, query = {}) => listOf(path, query),
    };
  }

  /** Nobody joins who is not there, and nobody joins what is not there. */
  #join(whom: number, where: number, status: string, at: number): void {
    const [user_id, organization_id] = [this.#named(`user_${whom}`)?.id, this.#named(`org_${where}`)?.id];
    if (user_id === undefined || organization_id === undefined) return;
    const role = { slug: 'viewer' };
    const data = { user_id, organization_id, role, status };
    this.#change('organization_membership', `om_${whom}_${where}`, at, data);
  }

  #named(key: string): Entity | undefined {
    return [...this.#kept.values()].map(({ data }) => data).find(({ id }) => id.startsWith(`${key}.`));
  }

  #change(family: string, key: string, at: number, data: object): void {
    const current = this.#named(key);
    // WorkOS gives no id twice.
    const id = current?.id ?? `${key}.${(this.#life += 1)}`;
    const next = { id, ...data, updated_at: new Date(at).toISOString() };
    this.#kept.set(id, { family, data: next });
    this.#tell(`${family}.${current === undefined ? 'created' : 'updated'}`, next, at);
  }

  #delete(family: string, key: string, at: number): void {
    const current = this.#named(key);
    if (current === undefined) return;
    const belonging = [...this.#kept.values()].filter(
      ({ data }) =>
        ('user_id' in data && data.user_id === current.id) ||
        ('organization_id' in data && data.organization_id === current.id),
    );
    for (const { family: theirs, data } of [...belonging, { family, data: current }]) {
      this.#kept.delete(data.id);
      this.#tell(`${theirs}.deleted`, data, at);
    }
  }

  #tell(event: string, data: Entity, at: number): void {
    const id = `event_${String(this.events.length).padStart(6, '0')}`;
    this.events.push({ id, event, created_at: new Date(at).toISOString(), data });
  }
}

const FAMILIES: Readonly<Record<string, string>> = {
  '/user_management/users': 'user',
  '/organizations': 'organization',
  '/user_management/organization_memberships': 'organization_membership',
};

function nameOf(data: object): string {
  const { name, email, status } = data as { name?: string; email?: string; status?: string };
  return name ?? email ?? status ?? '';
}
