import { Connection } from './connection.ts';

export interface LoadResult {
  readonly requests: number;
  /** From the first request to the last answer. */
  readonly seconds: number;
  /** Milliseconds from when each request was due to its answer. */
  readonly times: readonly number[];
}

export interface ClosedLoad {
  readonly port: number;
  readonly connections: number;
  readonly requests: readonly Buffer[];
  /** It ends when the requests are all sent, or after this long. */
  readonly mostSeconds: number;
}

/** As fast as answers come: every connection sends the next request when it has its answer. */
export async function loadClosed({
  port,
  connections,
  requests,
  mostSeconds,
}: ClosedLoad): Promise<LoadResult> {
  const opened = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)));
  const times: number[] = [];
  const started = performance.now();
  let next = 0;
  await Promise.all(
    opened.map(async (connection) => {
      while (performance.now() - started < mostSeconds * 1000) {
        const request = requests[next++];
        if (!request) break;
        const sent = performance.now();
        requireSuccess(await connection.send(request));
        times.push(performance.now() - sent);
      }
      connection.close();
    }),
  );
  return { requests: times.length, seconds: (performance.now() - started) / 1000, times };
}

export interface OpenLoad {
  readonly port: number;
  readonly perSecond: number;
  readonly requests: readonly Buffer[];
}

const MOST_WAITING = 2000;

/** At a fixed rate, whether or not answers come: a server that is late makes those wait that come after. */
export async function loadOpen({ port, perSecond, requests }: OpenLoad): Promise<LoadResult> {
  const free: Connection[] = [];
  const times: number[] = [];
  const started = performance.now();
  let waiting = 0;
  const sendAt = async (request: Buffer, due: number) => {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    if ((waiting += 1) > MOST_WAITING) throw new Error(`${MOST_WAITING} requests are without an answer`);
    const last = free.pop();
    const connection = last?.isOpen ? last : await Connection.open(port);
    requireSuccess(await connection.send(request));
    times.push(performance.now() - due);
    waiting -= 1;
    free.push(connection);
  };
  await Promise.all(requests.map((request, index) => sendAt(request, started + (index * 1000) / perSecond)));
  for (const connection of free) connection.close();
  return { requests: times.length, seconds: (performance.now() - started) / 1000, times };
}

/** @throws for any answer that is not 2xx: figures of a server that refuses are worth nothing */
function requireSuccess({ status, body }: { readonly status: number; readonly body: string }): void {
  if (status < 200 || status > 299) throw new Error(`The Worker answered ${status}: ${body.slice(0, 500)}`);
}
