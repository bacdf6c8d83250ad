import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const MEASURED_MS = 1000;

/** How often a second this disk confirms 4 KB: what bounds any answer that is given after storage, on this machine. */
export function syncsPerSecond(folder: string): number {
  const path = join(folder, 'syncs');
  const file = openSync(path, 'w');
  const page = Buffer.alloc(4096, 1);
  const started = performance.now();
  let syncs = 0;
  while (performance.now() - started < MEASURED_MS) {
    writeSync(file, page);
    fdatasyncSync(file);
    syncs += 1;
  }
  closeSync(file);
  rmSync(path);
  return (syncs * 1000) / MEASURED_MS;
}
