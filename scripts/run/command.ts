import { resolve } from 'node:path';

/** The checkout. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** Something the person at the terminal can mend; shown as the one line it is. */
export class CommandError extends Error {
  readonly code = 'command_failed';
}

/** Runs a command's body: what it throws becomes one line and exit code 1, and only a bug shows its stack. */
export async function runCommand(body: () => Promise<void>): Promise<void> {
  try {
    await body();
  } catch (error) {
    process.stderr.write(`${error instanceof CommandError ? error.message : describeBug(error)}\n`);
    process.exitCode = 1;
  }
}

function describeBug(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
