/**
 * Runs `start` once for all who ask for the same key before it is done. Failures are shared too.
 *
 * In a Worker, callers are different requests: whoever starts the work must keep it alive (`waitUntil`), or the
 * others wait for a request that is gone.
 */
export function singleFlight<T>() {
  const running = new Map<string, Promise<T>>();
  return (key: string, start: () => Promise<T>): Promise<T> => {
    const already = running.get(key);
    if (already !== undefined) return already;
    const started = start().finally(() => running.delete(key));
    running.set(key, started);
    return started;
  };
}
