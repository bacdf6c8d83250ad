import { type Answered, Connection } from '../load/connection.ts';

/** What a sender that keeps what was not taken needs to know of one batch. */
export interface Sendable {
  readonly request: Buffer;
}

export interface ResendingLoad<Batch extends Sendable> {
  /** Asked before every attempt, since a server that was killed comes back elsewhere. */
  readonly port: () => number;
  readonly batches: readonly Batch[];
  readonly perSecond: number;
  /** At most so many requests are under way; what is due meanwhile waits its turn, as it would on many devices. */
  readonly connections: number;
  /** One in so many batches is sent again although it was taken, as after an answer that was lost. */
  readonly repeatEvery: number;
  /** How long a refused or lost batch is kept until it is sent again, ms. */
  readonly pauseMs: number;
  /** Everything has to be taken by then, seconds after the first request. */
  readonly mostSeconds: number;
  readonly progress: (taken: number) => void;
}

export interface ResendingResult {
  /** From the first request to the last answer. */
  readonly seconds: number;
  /** Answers by status; 0 is a connection that was lost or refused. */
  readonly answers: ReadonlyMap<number, number>;
  /** Batches that were taken and sent once more. */
  readonly repeated: number;
  /** Of those, how many got another answer than the first one. */
  readonly contradicted: number;
  /** Milliseconds from when each batch was due until it was taken, over all of its attempts. */
  readonly times: readonly number[];
}

interface Attempt<Batch> {
  readonly batch: Batch;
  readonly due: number;
  readonly at: number;
  /** What was answered when it was taken; null as long as it was not. */
  readonly taken: string | null;
}

/**
 * Sends batches at a fixed rate, and each again and again, with the same id, until the server says that it has it: what
 * the tracker does, with many devices in one.
 *
 * @throws when a batch is refused for good (4xx), or the time is over before all are taken
 */
export async function loadUntilTaken<Batch extends Sendable>(
  load: ResendingLoad<Batch>,
): Promise<ResendingResult> {
  const { batches, perSecond, connections, repeatEvery, pauseMs, mostSeconds, progress } = load;
  const started = performance.now();
  const fresh = batches.map((batch, index): Attempt<Batch> => ({
    batch,
    due: started + (index * 1000) / perSecond,
    at: started + (index * 1000) / perSecond,
    taken: null,
  }));
  const again: Attempt<Batch>[] = [];
  const answers = new Map<number, number>();
  const times: number[] = [];
  let next = 0;
  let underWay = 0;
  let repeated = 0;
  let contradicted = 0;

  /** What was kept goes first: it has waited longest. */
  const take = (): Attempt<Batch> | undefined => {
    const now = performance.now();
    if ((again[0]?.at ?? Number.POSITIVE_INFINITY) <= now) return again.shift();
    return (fresh[next]?.at ?? Number.POSITIVE_INFINITY) <= now ? fresh[next++] : undefined;
  };
  const later = ({ batch, due }: Attempt<Batch>, taken: string | null) =>
    void again.push({ batch, due, taken, at: performance.now() + pauseMs });

  const hear = (attempt: Attempt<Batch>, { status, body }: Answered) => {
    answers.set(status, (answers.get(status) ?? 0) + 1);
    if (status >= 400 && status < 500) throw new Error(`A batch was refused for good: ${status} ${body}`);
    if (status !== 202) return later(attempt, attempt.taken);
    if (attempt.taken !== null) {
      repeated += 1;
      if (attempt.taken !== body) contradicted += 1;
      return;
    }
    times.push(performance.now() - attempt.due);
    if (times.length % repeatEvery === 0) later(attempt, body);
    progress(times.length);
  };

  // The run is over for every device when it is for one.
  const run = new AbortController();
  const device = async () => {
    let connection: Connection | null = null;
    try {
      while (!run.signal.aborted && (next < fresh.length || again.length > 0 || underWay > 0)) {
        if (performance.now() - started > mostSeconds * 1000)
          throw new Error(
            `After ${mostSeconds} s only ${times.length} of ${batches.length} batches are taken`,
          );
        const attempt = take();
        if (!attempt) {
          await new Promise((resolve) => setTimeout(resolve, 1));
          continue;
        }
        underWay += 1;
        try {
          if (!connection?.isOpen) connection = await Connection.open(load.port()).catch(() => null);
          const answer = connection
            ? await connection.send(attempt.batch.request)
            : { status: 0, body: 'not listening' };
          hear(attempt, answer);
        } finally {
          underWay -= 1;
        }
      }
    } finally {
      run.abort();
      connection?.close();
    }
  };
  await Promise.all(Array.from({ length: connections }, device));
  return { seconds: (performance.now() - started) / 1000, answers, repeated, contradicted, times };
}
