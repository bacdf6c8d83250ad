import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Readable } from 'node:stream';
import { WORKERD } from './binary.ts';
import { z } from 'zod';

/** A bare workerd with one Worker, on a loopback port of its own. */
export interface Served {
  readonly origin: string;
  readonly port: number;
  readonly pid: number;
  /** Where V8's inspector listens, on loopback; null where nobody asked for it. */
  readonly inspectorPort: number | null;
  stop(): Promise<void>;
  /** SIGKILL: nothing is written any more. `serve` with the same folder goes on from what is on disk. */
  kill(): Promise<void>;
}

export interface ServedWorker {
  /** Path of the Worker's one module. */
  readonly module: string;
  /** An existing folder for the configuration and the objects' databases. */
  readonly folder: string;
  /** Its Durable Object class, bound as `STORE_STATS`; null where it has none. */
  readonly objectClass: string | null;
  /** To look into its memory; slower. */
  readonly isInspected?: boolean;
}

/** Those that run, to be killed should this process end before it stops them. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

const listening = z.object({ event: z.enum(['listen', 'listen-inspector']), port: z.number() });

/** @throws when workerd ends before it listens, with what it said */
export async function serve(worker: ServedWorker): Promise<Served> {
  const config = `${worker.folder}/config.capnp`;
  mkdirSync(`${worker.folder}/objects`, { recursive: true });
  writeFileSync(config, configOf(worker));
  const inspector = worker.isInspected ? ['--inspector-addr=127.0.0.1:0'] : [];
  const child = spawn(WORKERD.path, ['serve', config, '--control-fd=3', ...inspector], {
    stdio: ['ignore', 'inherit', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  const kill = () => child.kill('SIGKILL');
  running.add(child);
  void ended.then(() => running.delete(child));
  const ports = await Promise.race([
    portsOf(child.stdio[3]),
    ended.then(() => {
      throw new Error(`workerd did not start: ${said}`);
    }),
  ]);
  return {
    origin: `http://127.0.0.1:${ports.worker}`,
    port: ports.worker,
    pid: child.pid ?? 0,
    inspectorPort: ports.inspector,
    async stop() {
      child.kill('SIGTERM');
      const patience = setTimeout(kill, 5000);
      await ended;
      clearTimeout(patience);
    },
    async kill() {
      kill();
      await ended;
    },
  };
}

/** workerd says on this pipe where it listens, one JSON object a line; the Worker comes last. */
function portsOf(control: unknown): Promise<{ worker: number; inspector: number | null }> {
  return new Promise((resolve) => {
    let text = '';
    let inspector: number | null = null;
    readable(control).on('data', (chunk: Buffer) => {
      text += chunk.toString();
      for (const line of text.split('\n').slice(0, -1)) {
        const message = listening.safeParse(JSON.parse(line));
        if (!message.success) continue;
        if (message.data.event === 'listen') resolve({ worker: message.data.port, inspector });
        else inspector = message.data.port;
      }
    });
  });
}

function readable(stream: unknown): Readable {
  // Said to be a pipe where it is spawned; the types know only of the first three.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return stream as Readable;
}

function configOf({ module, folder, objectClass, isInspected }: ServedWorker): string {
  const objects = `
  durableObjectNamespaces = [(className = "${objectClass}", uniqueKey = "bench", enableSql = true)],
  durableObjectStorage = (localDisk = "objects"),
  bindings = [(name = "STORE_STATS", durableObjectNamespace = "${objectClass}")],`;
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (${isInspected ? '\n  v8Flags = ["--expose-gc"],' : ''}
  services = [
    (name = "main", worker = .worker),
    (name = "objects", disk = (path = "${folder}/objects", writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "${relative(folder, module)}")],
  compatibilityDate = "2026-10-15",
  compatibilityFlags = ["nodejs_compat"],${objectClass === null ? '' : objects}
);
`;
}
