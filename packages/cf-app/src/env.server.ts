import { STRATEGIES } from '@layerkick/auth/organization/named-in-request';
import { groupRoles } from '@layerkick/auth/oidc/group-roles';
import { z } from 'zod';

const commaSeparated = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  );

/** A variable that is there but empty is one that is not set. */
function unlessEmpty<Schema extends z.ZodType>(schema: Schema) {
  return z.union([z.literal('').transform(() => undefined), schema]).optional();
}

/**
 * The only reader of configuration. Says exactly what is missing or wrong, by name, and never prints a value.
 *
 * `LOCAL_BUILD` is true in `npm start`, `npm run dev` and tests, and false in what `npm run deploy` uploads.
 */
const variables = z.object({
  // Over plain http browsers would send cookies to anybody on the way.
  APP_ORIGIN: z
    .url()
    .transform((value) => new URL(value))
    .refine((url) => url.protocol === 'https:' || isLoopback(url), 'must be https')
    .transform((url) => url.origin),
  /** Who keeps the accounts. */
  AUTH_PROVIDER: z.enum(['workos', 'oidc']).default('workos'),
  WORKOS_CLIENT_ID: z.string().min(1),
  WORKOS_API_KEY: z.string().default(''),
  WORKOS_COOKIE_PASSWORD: z.string().min(32, 'must have at least 32 characters'),
  /** The password before that one, while sessions sealed with it are still around. */
  WORKOS_COOKIE_PASSWORD_PREVIOUS: z.string().min(32, 'must have at least 32 characters').optional(),
  /** Where sessions are kept; one that does not fit into a cookie goes to KV by itself. */
  SESSION_STORE: z.enum(['cookie', 'kv']).default('cookie'),
  /** Further accepted `iss` of access tokens, comma-separated: a custom authentication domain. */
  WORKOS_ISSUERS: commaSeparated,
  WORKOS_API_URL: z
    .url()
    .default('https://api.workos.com')
    .transform((value) => new URL(value))
    .refine((url) => url.protocol === 'https:' || (LOCAL_BUILD && isLoopback(url)), 'must be https'),
  /** What WorkOS may take of one request's time, repetitions included, in ms. */
  WORKOS_DEADLINE_MS: z.coerce.number().int().min(50).max(30_000).default(5000),
  /** The AuthKit domain, with its scheme: who issues the tokens of applications. Without it none is let in. */
  WORKOS_AUTHKIT_DOMAIN: z
    .url()
    .transform((value) => new URL(value))
    .refine((url) => url.protocol === 'https:' || (LOCAL_BUILD && isLoopback(url)), 'must be https')
    .transform((url) => url.origin)
    .optional(),
  /** As the provider writes it: `iss` of its tokens, where its metadata is found. */
  OIDC_ISSUER: z
    .string()
    .default('')
    .refine((value) => value === '' || isProviderAddress(value), 'must be an https URL'),
  OIDC_CLIENT_ID: z.string().default(''),
  OIDC_CLIENT_SECRET: z.string().default(''),
  OIDC_SCOPES: z.string().default('openid profile email offline_access'),
  /** The claim of ID tokens that holds the person's groups. */
  OIDC_GROUPS_CLAIM: z.string().min(1).default('groups'),
  /** JSON: `[{ "group": "…", "organization": "…", "role": "…" }]`. */
  OIDC_GROUP_ROLES: z.preprocess(parsedJson, groupRoles).default([]),
  /** Signs what WorkOS delivers to `/api/webhooks/workos`; without it none is taken. */
  WORKOS_WEBHOOK_SECRET: unlessEmpty(z.string().min(8)),
  /** Active members of this organization are operators: they see every store. */
  INTERNAL_ORGANIZATION_ID: unlessEmpty(
    z.string().regex(/^org_[A-Za-z0-9]{1,64}$/, 'must be a WorkOS organization id'),
  ),
  /**
   * Where a request may name the organization that it is about, comma-separated, the first that does decides: `subdomain`
   * (acme.app.example.com), `path` (/org/acme/…), `header` (X-Organization).
   */
  ORGANIZATION_STRATEGIES: commaSeparated
    .prefault('path,header')
    .pipe(z.array(z.enum(STRATEGIES, { error: `must be some of ${STRATEGIES.join(', ')}` }))),
  /** Comma-separated WorkOS user ids that see every store. */
  ADMIN_USER_IDS: commaSeparated.transform((ids): ReadonlySet<string> => new Set(ids)),
  /** Takes alerts as Slack's incoming webhooks do. The address is all it takes to write there: a secret. */
  ALERT_WEBHOOK_URL: unlessEmpty(
    z
      .url()
      .refine(
        (url) => url.startsWith('https:') || (LOCAL_BUILD && isLoopback(new URL(url))),
        'must be https',
      ),
  ),
  /** Both, and a `send_email` binding named ALERT_EMAIL: alerts by e-mail. */
  ALERT_EMAIL_FROM: unlessEmpty(z.email()),
  ALERT_EMAIL_TO: unlessEmpty(z.email()),
  /** Bearer token of the operators' commands. */
  OPS_TOKEN: z.string().min(32, 'must have at least 32 characters'),
  DEMO_STOREFRONT: z
    .enum(['0', '1'])
    .default('0')
    .transform((value) => value === '1'),
  // Known under `npm run dev` only: a build holds neither the variable nor what it switches on.
  ...(import.meta.env.DEV ? { DEV_BYPASS_AUTH: z.enum(['0', '1']).default('0') } : {}),
});

/** A variable that only one provider cannot do without; named together with whatever else is missing. */
function neededBy(
  provider: 'workos' | 'oidc',
  name: 'WORKOS_API_KEY' | `OIDC_${'ISSUER' | 'CLIENT_ID' | 'CLIENT_SECRET'}`,
) {
  return z.refine<Partial<z.output<typeof variables>>>(
    (values) => (values.AUTH_PROVIDER ?? 'workos') !== provider || values[name] !== '',
    { path: [name], error: `missing; AUTH_PROVIDER=${provider} needs it`, when: () => true },
  );
}

const configuration = variables.check(
  neededBy('workos', 'WORKOS_API_KEY'),
  neededBy('oidc', 'OIDC_ISSUER'),
  neededBy('oidc', 'OIDC_CLIENT_ID'),
  neededBy('oidc', 'OIDC_CLIENT_SECRET'),
);
export type Configuration = z.output<typeof configuration>;

export class ConfigurationError extends Error {
  readonly code = 'configuration_invalid';
}

const known = new WeakMap<object, Configuration>();
let latest: { readonly values: string; readonly configuration: Configuration } | undefined;

/**
 * One object for one deployment, however many objects the runtime hands the environment over in (a request, a Durable
 * Object and `cloudflare:workers` each have their own): what is kept per configuration is kept once.
 *
 * @throws {ConfigurationError} naming each variable that is missing or wrong.
 */
export function readConfiguration(env: object): Configuration {
  // Asked several times on every request, nearly always with the same object.
  if (lastRead?.env === env) return lastRead.configuration;
  lastRead = { env, configuration: known.get(env) ?? read(env) };
  return lastRead.configuration;
}

let lastRead: { readonly env: object; readonly configuration: Configuration } | undefined;

function read(env: object): Configuration {
  const result = configuration.safeParse(env);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigurationError(`Configuration: ${problems.join('; ')}`);
  }
  const values = JSON.stringify(Object.keys(variables.shape).map((name) => Reflect.get(env, name)));
  if (latest?.values !== values) latest = { values, configuration: result.data };
  known.set(env, latest.configuration);
  return latest.configuration;
}

function isProviderAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return url.protocol === 'https:' || (LOCAL_BUILD && isLoopback(url));
}

/** What is no JSON stays as it is, for the schema to refuse. */
function parsedJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** Names below `localhost` lead nowhere else (RFC 6761): organizations' subdomains on one machine. */
function isLoopback({ protocol, hostname }: URL): boolean {
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname) || hostname.endsWith('.localhost');
  return protocol === 'http:' && isLocal;
}
