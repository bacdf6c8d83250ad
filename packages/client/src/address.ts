import type { Operation } from './operation.ts';

/** Where an operation is asked: its path with `params` filled in, and `query`. */
export function addressOf(
  origin: string,
  { path }: Pick<Operation, 'path'>,
  given: {
    readonly params?: Readonly<Record<string, unknown>>;
    readonly query?: Readonly<Record<string, unknown>>;
  },
): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(given.params?.[name] ?? '')),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(given.query ?? {})) {
    if (value !== undefined) search.set(name, String(value));
  }
  const query = search.size === 0 ? '' : `?${search.toString()}`;
  return `${origin}/api/v1${filled}${query}`;
}
