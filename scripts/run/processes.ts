import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { CommandError, ROOT } from './command.ts';

export interface Finished {
  readonly code: number;
  readonly output: string;
}

/** Runs a tool to its end and keeps what it says. */
export function run(tool: string, args: readonly string[], options: SpawnOptions = {}): Promise<Finished> {
  const child = spawn(tool, args, { cwd: ROOT, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    const finish = (code: number) => resolve({ code, output: Buffer.concat(chunks).toString() });
    child.once('error', () => finish(127));
    child.once('close', (code) => finish(code ?? 1));
  });
}

/** The same, for a tool whose failure ends the command. @throws {CommandError} after printing what it said */
export async function mustRun(
  label: string,
  tool: string,
  args: readonly string[],
  options?: SpawnOptions,
): Promise<string> {
  const { code, output } = await run(tool, args, options);
  if (code === 0) return output;
  process.stderr.write(`\n${output}\n`);
  throw new CommandError(`${label} failed (see above).`);
}

/** Runs a tool that talks to the terminal itself; resolves to its exit code. */
export function runInForeground(
  tool: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<number> {
  const child = spawn(tool, args, { cwd: ROOT, stdio: 'inherit', ...options });
  return new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** A server that runs beside the command, in a process group of its own so that nothing it starts is left behind. */
export interface Service {
  readonly name: string;
  /** Resolves when it has ended, wanted or not, with the end of what it said. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

export function startService(
  name: string,
  tool: string,
  args: readonly string[],
  options: SpawnOptions & { log: string; /** Show what it says, too. */ echo?: boolean },
): Service {
  const { log, echo = false, ...spawnOptions } = options;
  mkdirSync(dirname(log), { recursive: true });
  const file = createWriteStream(log);
  const child = spawn(tool, args, {
    cwd: ROOT,
    ...spawnOptions,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let tail = '';
  const keep = (chunk: Buffer) => {
    file.write(chunk);
    if (echo) process.stderr.write(chunk);
    tail = (tail + chunk.toString()).slice(-4000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', () => resolve(tail));
  });
  // Should this process die without stopping its services, they must not outlive it.
  const last = () => signalGroup(child, 'SIGKILL');
  process.once('exit', last);

  return {
    name,
    ended,
    async stop() {
      signalGroup(child, 'SIGTERM');
      const patience = setTimeout(() => signalGroup(child, 'SIGKILL'), 4000);
      await ended;
      clearTimeout(patience);
      // The leader may be gone while something it started is not.
      signalGroup(child, 'SIGKILL');
      process.off('exit', last);
      file.end();
    },
  };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}
