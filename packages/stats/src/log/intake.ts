import { randomBytes } from 'node:crypto';
import type { Engine } from '../engine.ts';
import type { BatchReceipt } from '../event.ts';
import { fold } from '../fold.ts';
import { GroupCommit } from './group-commit.ts';
import type { Delivery } from './log.ts';

/** So many batches are counted at once, beside those that come; fewer wait for a question or the alarm. */
const MANY_BATCHES = 50;
/** And no more of them, however many there are: whoever comes meanwhile waits for it, a millisecond or two. */
const MOST_BATCHES = 100;
/** After as few calls the next ones wait this long to be written together: a row costs more than anything else does. */
const FEW_CALLS = 4;
const PAUSE_MS = 4;
/** About a second of what one object can take, and at 64 KB each as much as its memory can spare. */
const MOST_WAITING_CALLS = 1000;

/** What taking batches in needs of the object. */
export interface IntakeParts {
  readonly storage: DurableObjectStorage;
  /** The store as it is now. */
  readonly engine: () => Engine;
  /** Throws where nothing may be taken in at `now`, epoch ms. */
  readonly requireOpen: (now: number) => void;
  /** After batches were written at `now`, epoch ms; some may wait to be counted. */
  readonly taken: (now: number) => void;
}

/** Takes batches in: what comes at one moment is written in one go, and answered once it is on disk. */
export class Intake {
  readonly #parts: IntakeParts;
  readonly #commits: GroupCommit<Delivery, BatchReceipt[]>;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
    this.#commits = new GroupCommit(
      (deliveries) => this.#append(deliveries),
      (calls) => this.#settle(calls),
      MOST_WAITING_CALLS,
    );
  }

  /** Durable when it resolves. @throws {BusyError} when too much is waiting */
  async take(delivery: Delivery): Promise<readonly BatchReceipt[]> {
    return this.#commits.add(delivery);
  }

  #append(deliveries: readonly Delivery[]): BatchReceipt[][] {
    const now = Date.now();
    this.#parts.requireOpen(now);
    const receipts = this.#parts.engine().log.append(deliveries, { now, newSalt });
    this.#parts.taken(now);
    return receipts;
  }

  /**
   * Waits for the disk or, where little came together, for a little more; where much has come, counts some of it before
   * more is taken in.
   */
  async #settle(calls: number): Promise<void> {
    const { storage, engine } = this.#parts;
    try {
      const pause = calls < FEW_CALLS ? new Promise((resolve) => setTimeout(resolve, PAUSE_MS)) : null;
      await storage.sync();
      await pause;
      if (engine().log.waiting >= MANY_BATCHES) fold(engine(), Date.now(), 1, MOST_BATCHES);
    } catch (cause) {
      // Whatever it was, it is tried again with the next batch or by the alarm.
      console.error(JSON.stringify({ level: 'error', event: 'fold_failed', error: String(cause) }));
    }
  }
}

function newSalt(): string {
  return randomBytes(32).toString('hex');
}
