import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buildTracker } from '@layerkick/tracker/build';
import { z } from 'zod';

const event = z.looseObject({ name: z.string(), at: z.number(), url: z.string() });
const batch = z.looseObject({
  v: z.literal(1),
  store: z.string(),
  batch: z.uuid(),
  sent: z.number(),
  events: z.array(event),
});
export type ArrivedEvent = z.output<typeof event>;
export type Arrived = z.output<typeof batch> & {
  readonly contentType: string;
  readonly origin: string | undefined;
};

/** What the collector says to a batch instead of 202. */
export interface Answer {
  readonly status: number;
  readonly retryAfter?: number;
}

/** Serves `/lk.js` and takes batches as LayerKick does, on an origin of its own, and remembers what arrived. */
export class RecordingCollector {
  readonly arrived: Arrived[] = [];
  /** Methods of all requests for `/api/event`. */
  readonly methods: string[] = [];
  readonly answers: Answer[] = [];
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  readonly #code: string;
  readonly #waiting = new Set<() => void>();

  private constructor(code: string) {
    this.#code = code;
  }

  static async start(): Promise<RecordingCollector> {
    const collector = new RecordingCollector((await buildTracker()).code);
    await new Promise<void>((ready) => collector.#server.listen(0, '127.0.0.1', ready));
    return collector;
  }

  get origin(): string {
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) throw new Error('Not listening');
    return `http://127.0.0.1:${address.port}`;
  }

  get events(): ArrivedEvent[] {
    return this.arrived.flatMap(({ events }) => events);
  }

  forget(): void {
    this.arrived.length = this.methods.length = this.answers.length = 0;
  }

  /** When what has arrived is as it should be; the test's own timeout says when it never will be. */
  async until(isSo: (collector: this) => boolean): Promise<void> {
    while (!isSo(this)) {
      // oxlint-disable-next-line no-await-in-loop -- one arrival after the other
      await new Promise<void>((arrived) => this.#waiting.add(arrived));
    }
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url !== '/api/event') {
      response.setHeader('content-type', 'text/javascript');
      response.end(this.#code);
      return;
    }
    this.methods.push(request.method ?? '');
    let body = '';
    for await (const chunk of request) body += chunk;
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    response.setHeader('access-control-allow-credentials', 'true');
    response.setHeader('access-control-expose-headers', 'retry-after');
    const { status, retryAfter } = this.answers.shift() ?? { status: 202 };
    if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter));
    response.statusCode = status;
    response.end('{"accepted":1,"rejected":[]}');
    this.arrived.push({
      ...batch.parse(JSON.parse(body)),
      contentType: request.headers['content-type'] ?? '',
      origin: request.headers.origin,
    });
    for (const arrived of this.#waiting) arrived();
    this.#waiting.clear();
  }
}
