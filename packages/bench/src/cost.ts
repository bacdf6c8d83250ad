import { OBJECT_GB, PRICES } from './prices.ts';

/** What a piece of work takes of everything that is billed. */
export interface Work {
  /** Requests to the Worker. */
  readonly requests: number;
  readonly cpuMs: number;
  /** Calls of an object's methods, and its alarms. */
  readonly objectRequests: number;
  /** During which the object is active. */
  readonly objectSeconds: number;
  readonly rowsWritten: number;
  readonly rowsRead: number;
  readonly archivePuts: number;
}

/** Dollars, by what they are for, in the order of `Work`. */
export function costOf(work: Work): Readonly<Record<keyof Work, number>> {
  return {
    requests: work.requests * PRICES.workerRequest,
    cpuMs: work.cpuMs * PRICES.workerCpuMs,
    objectRequests: work.objectRequests * PRICES.objectRequest,
    objectSeconds: work.objectSeconds * OBJECT_GB * PRICES.objectGbSecond,
    rowsWritten: work.rowsWritten * PRICES.rowWritten,
    rowsRead: work.rowsRead * PRICES.rowRead,
    archivePuts: work.archivePuts * PRICES.archivePut,
  };
}

/** The same work so many times. */
export function times(work: Work, factor: number): Work {
  return {
    requests: work.requests * factor,
    cpuMs: work.cpuMs * factor,
    objectRequests: work.objectRequests * factor,
    objectSeconds: work.objectSeconds * factor,
    rowsWritten: work.rowsWritten * factor,
    rowsRead: work.rowsRead * factor,
    archivePuts: work.archivePuts * factor,
  };
}
