import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Memory of a process, bytes. For workerd that is all of it: runtime, isolate, objects and their page caches. */
export interface ProcessMemory {
  readonly now: number;
  /** The most at once since the start, or since `forgetPeak`. */
  readonly peak: number;
}

/** Null where the system does not tell. */
export function memoryOf(pid: number): ProcessMemory | null {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return null;
  const status = readFileSync(file, 'utf8');
  const bytes = (field: string) =>
    Number(new RegExp(String.raw`^${field}:\s+(\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024;
  return { now: bytes('VmRSS'), peak: bytes('VmHWM') };
}

/** From here on `peak` is about what comes. */
export function forgetPeak(pid: number): void {
  const file = `/proc/${pid}/clear_refs`;
  if (existsSync(file)) writeFileSync(file, '5');
}
