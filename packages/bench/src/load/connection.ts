import { connect, type Socket } from 'node:net';

/** An answer, as far as load goes. */
export interface Answered {
  readonly status: number;
  readonly body: string;
}

/**
 * One kept-alive connection to loopback with one request under way at a time. Node's own clients take more time for a request than
 * the server that is measured here.
 */
export class Connection {
  readonly #socket: Socket;
  #received = '';
  #waiting: ((answer: Answered) => void) | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => {
      this.#received += chunk.toString('latin1');
      const answer = readAnswer(this.#received);
      if (!answer) return;
      this.#received = '';
      this.#settle(answer);
    });
    // A connection that ends is an answer that is not one.
    socket.on('error', () => {});
    socket.on('close', () => this.#settle({ status: 0, body: 'connection closed' }));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(new Connection(socket)));
      socket.once('error', reject);
    });
  }

  /** workerd closes what is idle for 5 s. */
  get isOpen(): boolean {
    return this.#socket.readyState === 'open';
  }

  send(request: Buffer): Promise<Answered> {
    return new Promise((resolve) => {
      this.#waiting = resolve;
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #settle(answer: Answered): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.(answer);
  }
}

/** Null as long as it is not whole. Workerd says how long its short answers are. */
function readAnswer(text: string): Answered | null {
  const end = text.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(text.slice(0, end))?.[1] ?? 0);
  const body = text.slice(end + 4);
  return body.length < length ? null : { status: Number(text.slice(9, 12)), body };
}
