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
const configuration = z.object({
  // Over plain http browsers would send cookies to anybody on the way.
  APP_ORIGIN: z
    .url()
    .transform((value) => new URL(value))
    .refine((url) => url.protocol === 'https:' || isLoopback(url), 'must be https')
    .transform((url) => url.origin),
  WORKOS_CLIENT_ID: z.string().min(1),
  WORKOS_API_KEY: z.string().min(1),
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
export type Configuration = z.output<typeof configuration>;

export class ConfigurationError extends Error {
  readonly code = 'configuration_invalid';
}

let parsed: { from: object; value: Configuration } | undefined;

/** @throws {ConfigurationError} naming each variable that is missing or wrong. */
export function readConfiguration(env: object): Configuration {
  if (parsed?.from === env) return parsed.value;
  const result = configuration.safeParse(env);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigurationError(`Configuration: ${problems.join('; ')}`);
  }
  parsed = { from: env, value: result.data };
  return result.data;
}

function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
