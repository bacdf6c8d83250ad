import type { Operation } from '@layerkick/client/operation';
import { type OperationId, OPERATIONS } from '@layerkick/client/operations';
import type { Handler } from './call.ts';
import { HANDLERS } from './handlers.ts';

/** Where the API is. */
export const BASE = '/api/v1';

export interface BoundOperation {
  readonly operation: Operation;
  readonly handler: Handler<Operation>;
  /** Its handler works with what it is handed, and nothing that it calls looks for the request. */
  readonly alone: boolean;
  /** For the log: the path, with `:name` where a field stands. */
  readonly route: string;
  readonly segments: readonly string[];
}

/** All that is known at one path, by method. */
interface Address {
  readonly segments: readonly string[];
  readonly methods: ReadonlyMap<string, BoundOperation>;
}

export type Found =
  | { readonly kind: 'operation'; readonly bound: BoundOperation; readonly params: Fields }
  /** There is something, but not by this method. */
  | { readonly kind: 'other-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'nothing' };

export type Fields = Readonly<Record<string, string>>;

const NO_FIELDS: Fields = {};
const NOTHING: Found = { kind: 'nothing' };

const ALONE: ReadonlySet<OperationId> = new Set(['showAccount', 'showAdministrator']);

/** Addresses are few and known beforehand: one without fields is looked up, the others are compared part by part. */
const [PLAIN, WITH_FIELDS] = (() => {
  const addresses = new Map<string, Map<string, BoundOperation>>();
  for (const [id, operation] of Object.entries(OPERATIONS) as [OperationId, Operation][]) {
    // `HANDLERS` pairs each operation with its own handler; the loop cannot know which it is at.
    const handler = HANDLERS[id] as unknown as Handler<Operation>;
    const route = BASE + operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
    const alone = ALONE.has(id);
    const bound = { operation, handler, alone, route, segments: operation.path.split('/') };
    const methods = addresses.get(operation.path) ?? new Map<string, BoundOperation>();
    addresses.set(operation.path, methods.set(operation.method, bound));
  }
  const all = [...addresses].map(([path, methods]): [string, Address] => [
    path,
    { segments: path.split('/'), methods },
  ]);
  return [
    new Map(all.filter(([path]) => !path.includes('{'))),
    all.filter(([path]) => path.includes('{')).map(([, address]) => address),
  ];
})();

/**
 * The operation that is asked for.
 *
 * @param path below {@link BASE}, as it stands in the address
 */
export function findOperation(method: string, path: string): Found {
  const plain = PLAIN.get(path);
  if (plain !== undefined) return at(plain, method, NO_FIELDS);
  const segments = path.split('/');
  for (const address of WITH_FIELDS) {
    const params = fieldsIn(address.segments, segments);
    if (params !== null) return at(address, method, params);
  }
  return NOTHING;
}

function at({ methods }: Address, method: string, params: Fields): Found {
  // HEAD is GET without the body.
  const bound = methods.get(method === 'HEAD' ? 'GET' : method);
  return bound === undefined
    ? { kind: 'other-method', allowed: [...methods.keys()] }
    : { kind: 'operation', bound, params };
}

/** What stands where a pattern has fields; null where the path does not fit it. */
function fieldsIn(pattern: readonly string[], path: readonly string[]): Fields | null {
  if (pattern.length !== path.length) return null;
  const fields: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const given = path[index] ?? '';
    if (part.startsWith('{')) {
      if (given === '') return null;
      fields[part.slice(1, -1)] = decoded(given);
    } else if (part !== given) return null;
  }
  return fields;
}

/** What cannot be decoded stays as it is, for the operation's schema to refuse. */
function decoded(part: string): string {
  if (!part.includes('%')) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
