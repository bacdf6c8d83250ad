import { createHash } from 'node:crypto';
import { fromCrossJSON, type SerovalNode, toJSON } from 'seroval';
import { z } from 'zod';
import type { ServerFunction } from './declared.ts';

type Ask = (path: string, init: RequestInit) => Promise<Response>;

/** By address; what a function is called with is asked once. */
const methods = new Map<string, string>();

/**
 * Calls a server function of the built Worker as its pages do.
 *
 * @param ask one request, with whatever says who asks
 */
export async function callFunction(
  ask: Ask,
  { file, name }: ServerFunction,
  data: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  // As Start's plugin for Vite names it.
  const id = createHash('sha256').update(`src/${file}--${name}_createServerFn_handler`).digest('hex');
  const path = `/_serverFn/${id}`;
  const payload = JSON.stringify(toJSON({ data }));
  const common = { 'Sec-Fetch-Site': 'same-origin', 'x-tsr-serverfn': 'true', ...headers };
  const get = () => ask(`${path}?${new URLSearchParams({ payload })}`, { headers: common });
  const post = () =>
    ask(path, { method: 'POST', headers: { ...common, 'Content-Type': 'application/json' }, body: payload });
  const known = methods.get(path);
  if (known !== undefined) return known === 'GET' ? get() : post();
  const answer = await get();
  const method = answer.status === 405 ? 'POST' : 'GET';
  methods.set(path, method);
  return method === 'GET' ? answer : post();
}

const answered = z.object({ result: z.unknown().optional(), error: z.unknown().optional() });

/**
 * What the function answered.
 *
 * @throws what the function threw
 */
export async function resultOf(answer: Response): Promise<unknown> {
  const parsed: unknown = JSON.parse(await firstJsonOf(answer));
  const { result, error } = answered.parse(fromCrossJSON(parsed as SerovalNode, { refs: new Map() }));
  if (error !== undefined) throw error;
  return result;
}

/** Before its payload a frame says its type, its stream and, in four bytes, its length. */
const FRAME_HEAD = 9;

/** Where parts of an answer come as they are made, what comes first is the answer without them. */
async function firstJsonOf(answer: Response): Promise<string> {
  const type = answer.headers.get('Content-Type') ?? '';
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (type.includes('framed')) {
    return bytes.toString('utf8', FRAME_HEAD, FRAME_HEAD + bytes.readUInt32BE(FRAME_HEAD - 4));
  }
  const [first = ''] = bytes.toString('utf8').split('\n');
  return first;
}
