import { Agent, request } from 'node:http';
import type { HostileRequest } from './hostile-requests.ts';

export interface Answer {
  /** 0: there was none. */
  readonly status: number;
  readonly text: string;
}

/** Longer than any answer takes on a busy machine. */
const PATIENCE_MS = 60_000;

/** Sends what `fetch` would refuse to send: any header, any method. */
export class Sender {
  readonly #origin: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 32 });

  constructor(origin: string) {
    this.#origin = origin;
  }

  send({ method, path, headers, body }: HostileRequest): Promise<Answer> {
    return new Promise((resolve) => {
      const failed = (error: Error) => resolve({ status: 0, text: error.message });
      const sent = request(
        this.#origin,
        {
          method,
          path,
          agent: this.#agent,
          headers: { ...headers, ...(body === null ? {} : { 'content-length': body.length }) },
          timeout: PATIENCE_MS,
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => (text = (text + chunk).slice(0, 4000)));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
          response.on('error', failed);
        },
      );
      sent.on('timeout', () => sent.destroy(new Error(`no answer in ${PATIENCE_MS / 1000} s`)));
      sent.on('error', failed);
      sent.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
