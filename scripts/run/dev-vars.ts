import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCOUNTS, API_KEY } from '../../packages/workos-local/src/accounts.ts';
import { CommandError, ROOT } from './command.ts';
import { APP_PORT, WORKOS_PORT } from './ports.ts';

export const DEV_VARS_FILE = join(ROOT, '.dev.vars');

export type DevVars = Readonly<Record<string, string>>;

/** What this machine's `.dev.vars` has to hold, with what is written where a line is missing. */
function defaults(): Record<string, string> {
  const admin = ACCOUNTS.find(({ email }) => email === 'admin@layerkick.test');
  return {
    APP_ORIGIN: `http://localhost:${APP_PORT}`,
    WORKOS_API_URL: `http://localhost:${WORKOS_PORT}`,
    // The local WorkOS names itself by its address, not by its name, as the issuer of tokens.
    WORKOS_AUTHKIT_DOMAIN: `http://127.0.0.1:${WORKOS_PORT}`,
    WORKOS_API_KEY: API_KEY,
    WORKOS_COOKIE_PASSWORD: randomBytes(32).toString('base64url'),
    OPS_TOKEN: randomBytes(32).toString('base64url'),
    ADMIN_USER_IDS: admin?.id ?? '',
    DEMO_STOREFRONT: '1',
  };
}

/**
 * Reads `.dev.vars`, writing it or the lines it lacks. A line that is there is never changed.
 *
 * @throws {CommandError} naming the line or the variable that is wrong
 */
export function ensureDevVars(): { vars: DevVars; added: readonly string[] } {
  const text = existsSync(DEV_VARS_FILE) ? readFileSync(DEV_VARS_FILE, 'utf8') : '';
  const vars = parseDevVars(text);
  const missing = Object.entries(defaults()).filter(([name]) => vars[name] === undefined);
  if (missing.length > 0) {
    const head =
      text === ''
        ? '# Local settings and secrets. Never committed, never deployed.\n'
        : text.replace(/\n?$/, '\n');
    const lines = missing.map(([name, value]) => `${name}=${value}\n`).join('');
    writeFileSync(DEV_VARS_FILE, head + lines, { mode: 0o600 });
  }
  return { vars: { ...vars, ...Object.fromEntries(missing) }, added: missing.map(([name]) => name) };
}

/** `NAME=value` lines, `#` comments, quotes around a value optional. @throws {CommandError} */
export function parseDevVars(text: string): DevVars {
  const vars: Record<string, string> = {};
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const match = /^(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=\s*(.*)$/.exec(line);
    if (match?.[1] === undefined || match[2] === undefined) {
      throw new CommandError(
        `.dev.vars line ${index + 1} is not NAME=value. Mend it, or delete the file to get a new one.`,
      );
    }
    vars[match[1]] = unquote(match[2], index + 1);
  }
  for (const name of ['WORKOS_COOKIE_PASSWORD', 'OPS_TOKEN']) {
    const value = vars[name];
    if (value !== undefined && value.length < 32) {
      throw new CommandError(
        `.dev.vars: ${name} has ${value.length} characters and needs at least 32. Delete its line to get a new one.`,
      );
    }
  }
  return vars;
}

function unquote(value: string, line: number): string {
  const quote = value[0];
  if (quote !== '"' && quote !== "'") return value.replace(/\s+#.*$/, '');
  const end = value.indexOf(quote, 1);
  if (end === -1) throw new CommandError(`.dev.vars line ${line} opens a quote that never closes.`);
  return value.slice(1, end);
}
