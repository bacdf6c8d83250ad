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

/** `sysconf(_SC_CLK_TCK)`, which is 100 on every Linux that one meets. */
const TICKS_PER_SECOND = 100;

/** CPU time that a process has used in all its threads, ms; null where the system does not tell. */
export function cpuMsOf(pid: number): number | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  // The name, in brackets, may hold spaces; user and system time are fields 14 and 15.
  const fields = readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
}
