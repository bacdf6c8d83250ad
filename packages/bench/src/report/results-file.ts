import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { version as duckdb } from '@duckdb/node-api';
import { WORKERD } from '../workerd/binary.ts';
import type { Report } from './report.ts';

/** Writes `<folder>/<name>.json`; returns its path. */
export function writeResults({ name, rounds, figures }: Report, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.json`);
  const results = {
    name,
    at: new Date().toISOString(),
    machine: machine(),
    versions: versions(),
    rounds,
    figures,
  };
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  return file;
}

function machine(): string {
  const [first, ...others] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${platform()} ${arch()}, ${others.length + 1} × ${first?.model ?? 'unknown'}, ${memory} GiB`;
}

function versions(): Record<string, string> {
  return {
    node: process.version,
    sqlite: process.versions.sqlite ?? '',
    duckdb: duckdb(),
    workerd: WORKERD.version,
  };
}
