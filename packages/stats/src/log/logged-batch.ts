import type { BatchReceipt, ReceivedBatch, StoreEvent } from '../event.ts';

/** What the log keeps of a batch: everything but who sent it. */
export interface LoggedBatch {
  /** Its place in the log; ids of events come from it. */
  readonly seq: number;
  readonly batch: string;
  /** Epoch ms by our clock. */
  readonly received: number;
  readonly events: readonly LoggedEvent[];
  readonly place: ReceivedBatch['place'];
  readonly client: ReceivedBatch['client'];
  readonly bot: string | null;
}

export type LoggedEvent = StoreEvent & {
  /** The sender's hash of the event's store-local day. */
  readonly visitor: string;
  /** The same sender's hash of the day before, only where a visit may go on from there: just after midnight. */
  readonly prior?: string;
};

/** A batch as the log, the archive and an export have it: one line of JSON, the same to the last byte wherever it is. */
export function batchLine(logged: LoggedBatch, receipt: BatchReceipt): string {
  const { seq, batch, received, events, place, client, bot } = logged;
  const content = { events, place, client, bot };
  return JSON.stringify({ type: 'batch', seq, batch, received, receipt, content });
}

/** What was answered to a batch; of a line that `batchLine` made. */
export function receiptOfLine(text: string): BatchReceipt {
  const { receipt }: { receipt: BatchReceipt } = JSON.parse(text);
  return receipt;
}

/** A line that `batchLine` made. */
export function readBatchLine(text: string): LoggedBatch {
  const line: { content: Pick<LoggedBatch, 'events' | 'place' | 'client' | 'bot'> } & Pick<
    LoggedBatch,
    'seq' | 'batch' | 'received'
  > = JSON.parse(text);
  const { seq, batch, received, content } = line;
  return { ...content, seq, batch, received };
}
