import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ACCOUNTS, ORGANIZATIONS } from './accounts.ts';
import { PortInUseError, startWorkosLocal } from './server.ts';

/**
 * The local WorkOS of `npm start` and `npm run dev`, on WORKOS_LOCAL_PORT (4100). Its sessions live in
 * `.wrangler/workos-local.json`, beside the app's own local state, so a restart signs nobody out.
 */
const port = z.coerce
  .number()
  .int()
  .min(1)
  .max(65_535)
  .default(4100)
  .safeParse(process.env['WORKOS_LOCAL_PORT']);
if (!port.success) fail('WORKOS_LOCAL_PORT must be a port number.');

try {
  const stateFile = fileURLToPath(new URL('../../../.wrangler/workos-local.json', import.meta.url));
  const workos = await startWorkosLocal({ port: port.data, stateFile, organizations: ORGANIZATIONS });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void workos.close());
  console.log(`Local WorkOS at ${workos.url}: ${ACCOUNTS.map(({ email }) => email).join(', ')}`);
} catch (error) {
  if (error instanceof PortInUseError) fail(`${error.message} Set WORKOS_LOCAL_PORT or stop what uses it.`);
  throw error;
}

function fail(line: string): never {
  console.error(line);
  process.exit(1);
}
