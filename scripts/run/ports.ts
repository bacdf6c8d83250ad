import { createServer } from 'node:net';
import { CommandError } from './command.ts';

export const APP_PORT = 3051;
export const WORKOS_PORT = 4100;

/** @throws {CommandError} naming the port that something else listens on */
export async function requireFreePort(port: number, what: string): Promise<void> {
  if (await isFree(port)) return;
  throw new CommandError(
    `Port ${port} (${what}) is in use. Stop what uses it and try again; "lsof -i :${port}" shows what that is.`,
  );
}

function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** A free loopback port, for servers that only this command talks to. */
export function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
