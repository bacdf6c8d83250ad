/**
 * The id of the request that failed. Errors from the server name nothing else: "Something went wrong. Request 5f2c…".
 * Undefined where the error is the browser's own.
 */
export function requestIdOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('requestId' in error && typeof error.requestId === 'string') return error.requestId;
  if (!('message' in error) || typeof error.message !== 'string') return undefined;
  return /\bRequest ([0-9a-f-]{36})\b/.exec(error.message)?.[1];
}
