import { z } from 'zod';

/**
 * Something that goes wrong on purpose. It answers instead of the endpoint (`status`, `html`, `drop`), late
 * (`delayMs`), or both; a `delayMs` alone lets the real answer through.
 */
export const faultSchema = z
  .strictObject({
    /** The path to hit, exactly, or everything below it when it ends in `*`. */
    path: z.string().startsWith('/'),
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional(),
    /** Only this grant of `POST /user_management/authenticate`, e.g. `refresh_token`. */
    grant: z.string().optional(),
    /** How many requests to hit; left out: every one until the faults are cleared. */
    times: z.int().positive().optional(),
    delayMs: z.int().nonnegative().max(120_000).optional(),
    status: z.int().min(200).max(599).optional(),
    headers: z.record(z.string(), z.string()).optional(),
    /** JSON body that goes with `status`. */
    body: z.unknown().optional(),
    /** An HTML page as a proxy in front of WorkOS would send, with `status` or 502. */
    html: z.literal(true).optional(),
    /** The connection ends without an answer. */
    drop: z.literal(true).optional(),
    /** Let the endpoint do its work first and lose only its answer. */
    afterEffect: z.literal(true).optional(),
  })
  .refine((fault) => fault.delayMs !== undefined || replaces(fault), {
    error: 'needs delayMs, status, html or drop',
  });
export type Fault = z.input<typeof faultSchema>;

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly grant: string | null;
}

/** The faults in force. The first that fits a call is the one that happens. */
export class Faults {
  #inForce: { fault: Fault; left: number }[] = [];

  /** @throws {z.ZodError} for a fault that says nothing, or says something unknown */
  add(fault: Fault): void {
    const parsed = faultSchema.parse(fault);
    this.#inForce.push({ fault: parsed, left: parsed.times ?? Infinity });
  }

  /** The fault that this call meets; counts as one of its `times`. */
  take(call: Call): Fault | null {
    const hit = this.#inForce.find(({ fault, left }) => left > 0 && fits(fault, call));
    if (!hit) return null;
    hit.left -= 1;
    return hit.fault;
  }

  all(): Fault[] {
    return this.#inForce.filter(({ left }) => left > 0).map(({ fault }) => fault);
  }

  clear(): void {
    this.#inForce = [];
  }
}

/** Whether the fault stands in for the endpoint's answer. */
export function replaces(fault: {
  status?: number | undefined;
  html?: true | undefined;
  drop?: true | undefined;
}): boolean {
  return fault.status !== undefined || fault.html === true || fault.drop === true;
}

function fits(fault: Fault, call: Call): boolean {
  const samePath = fault.path.endsWith('*')
    ? call.path.startsWith(fault.path.slice(0, -1))
    : call.path === fault.path;
  return (
    samePath &&
    (fault.method === undefined || fault.method === call.method) &&
    (fault.grant === undefined || fault.grant === call.grant)
  );
}
