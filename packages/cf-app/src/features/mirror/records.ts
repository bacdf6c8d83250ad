import { z } from 'zod';

/** A row of the mirror as WorkOS describes it. Times are epoch ms. */
export interface MirroredRecord {
  readonly table: MirrorTable;
  readonly id: string;
  readonly updatedAt: number;
  /** By column, without those that every table has. */
  readonly values: Readonly<Record<string, string | number | null>>;
}

export const MIRROR_TABLES = [
  'organization',
  'organization_domain',
  'user',
  'membership',
  'invitation',
  'connection',
  'directory',
  'directory_user',
] as const;
export type MirrorTable = (typeof MIRROR_TABLES)[number];

/** What a deletion takes out of a row, since it stays. */
export const PERSONAL_COLUMNS: Readonly<
  Partial<Record<MirrorTable, Readonly<Record<string, string | null>>>>
> = {
  user: { email: '', first_name: null, last_name: null },
  invitation: { email: '' },
};

const id = z.string().min(1).max(200);
const moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const entity = z.object({ id, updated_at: moment });
const address = z.string().max(320).toLowerCase();
const optionalText = z
  .string()
  .max(500)
  .nullish()
  .transform((text) => text ?? null);

const organization = entity.extend({
  name: z.string().max(500),
  domains: z.array(z.object({ domain: z.string().toLowerCase(), state: optionalText })).default([]),
});
const organizationDomain = entity.extend({
  organization_id: id,
  domain: z.string().max(253).toLowerCase(),
  state: z.string(),
});
const user = entity.extend({
  email: address,
  first_name: optionalText,
  last_name: optionalText,
  email_verified: z.boolean().default(false),
});
const membership = entity.extend({
  user_id: id,
  organization_id: id,
  role: z
    .object({ slug: z.string().max(200) })
    .nullish()
    .transform((role) => role?.slug ?? null),
  status: z.enum(['active', 'inactive', 'pending']),
});
const invitation = entity.extend({
  email: address,
  organization_id: optionalText,
  role_slug: optionalText,
  state: z.string(),
  expires_at: moment.nullish().transform((at) => at ?? null),
});
const connection = entity.extend({
  organization_id: optionalText,
  name: z.string().max(500),
  connection_type: z.string(),
  state: z.string(),
});
const directory = entity.extend({
  organization_id: optionalText,
  name: z.string().max(500),
  type: z.string(),
  state: z.string(),
});
const directoryUser = entity.extend({
  directory_id: id,
  organization_id: optionalText,
  email: address.nullish().transform((email) => email ?? null),
  emails: z.array(z.object({ primary: z.boolean().nullish(), value: address.nullish() })).default([]),
  state: z.string(),
});

/** The row of each table that an object of WorkOS's API or events becomes. @throws {z.ZodError} */
const READERS: Readonly<Record<MirrorTable, (data: unknown) => MirroredRecord>> = {
  organization: reader('organization', organization, ({ name, domains }) => ({
    name,
    // Read by nobody since there is `organization_domain`. The column cannot go: the Worker of before names it until the
    // next one is there, and takes no row without it.
    domains: JSON.stringify(domains.toSorted((a, b) => (a.domain < b.domain ? -1 : 1))),
  })),
  organization_domain: reader(
    'organization_domain',
    organizationDomain,
    ({ organization_id, domain, state }) => ({ organization_id, domain, state }),
  ),
  user: reader('user', user, ({ email, first_name, last_name, email_verified }) => ({
    email,
    first_name,
    last_name,
    email_verified: email_verified ? 1 : 0,
  })),
  membership: reader('membership', membership, ({ user_id, organization_id, role, status }) => ({
    user_id,
    organization_id,
    role,
    status,
  })),
  invitation: reader(
    'invitation',
    invitation,
    ({ email, organization_id, role_slug, state, expires_at }) => ({
      email,
      organization_id,
      role: role_slug,
      state,
      expires_at,
    }),
  ),
  connection: reader('connection', connection, ({ organization_id, name, connection_type, state }) => ({
    organization_id,
    name,
    type: connection_type,
    state,
  })),
  directory: reader('directory', directory, ({ organization_id, name, type, state }) => ({
    organization_id,
    name,
    type,
    state,
  })),
  directory_user: reader('directory_user', directoryUser, (each) => ({
    directory_id: each.directory_id,
    organization_id: each.organization_id,
    email: each.email ?? primaryOf(each.emails) ?? '',
    state: each.state,
  })),
};

/** @throws {z.ZodError} naming the fields that are not as WorkOS documents them */
export function readRecord(table: MirrorTable, data: unknown): MirroredRecord {
  return READERS[table](data);
}

function reader<S extends z.ZodType<{ id: string; updated_at: number }>>(
  table: MirrorTable,
  schema: S,
  values: (parsed: z.output<S>) => MirroredRecord['values'],
): (data: unknown) => MirroredRecord {
  return (data) => {
    const parsed = schema.parse(data);
    return { table, id: parsed.id, updatedAt: parsed.updated_at, values: values(parsed) };
  };
}

function primaryOf(
  emails: readonly { primary?: boolean | null | undefined; value?: string | null | undefined }[],
): string | null {
  const chosen = emails.find(({ primary }) => primary === true) ?? emails[0];
  return chosen?.value ?? null;
}
