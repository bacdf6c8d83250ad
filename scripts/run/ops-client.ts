import { z } from 'zod';
import { CommandError } from './command.ts';

/** Where a Worker's `/api/ops` is and what opens it. */
export interface OpsTarget {
  readonly origin: string;
  readonly token: string;
}

const problem = z.object({ title: z.string(), detail: z.string().optional() });

export interface OpsAnswer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Calls the operators' API.
 *
 * @param accept statuses that are answers rather than failures, beside 2xx
 * @throws {CommandError} with the Worker's own words
 */
export async function callOps(
  { origin, token }: OpsTarget,
  method: string,
  path: string,
  body?: unknown,
  accept: readonly number[] = [],
): Promise<OpsAnswer> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${origin}/api/ops${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    text = await response.text();
  } catch (cause) {
    throw new CommandError(`${origin} does not answer.`, { cause });
  }
  if (response.ok || accept.includes(response.status)) {
    return { status: response.status, body: JSON.parse(text) as unknown };
  }
  throw new CommandError(describe(origin, response, text));
}

/** Reads a long answer of the operators' API as it comes. @throws {CommandError} with the Worker's own words */
export async function streamOps(
  { origin, token }: OpsTarget,
  path: string,
): Promise<ReadableStream<Uint8Array>> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${origin}/api/ops${path}`, { headers }).catch((cause: unknown) => {
    throw new CommandError(`${origin} does not answer.`, { cause });
  });
  if (!response.ok || !response.body)
    throw new CommandError(describe(origin, response, await response.text()));
  return response.body;
}

function describe(origin: string, response: Response, text: string): string {
  try {
    const { title, detail } = problem.parse(JSON.parse(text));
    return detail === undefined ? `${title}.` : `${title}: ${detail}`;
  } catch {
    const id = response.headers.get('x-request-id');
    return `${origin} answered ${response.status}${id === null ? '' : ` (request ${id})`}.`;
  }
}
