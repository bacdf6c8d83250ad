import type { Operations } from '@layerkick/client/operations';
import { receiveBatch } from '../../collector/receive-batch.ts';
import { appendBatches } from '../../../features/stores/append-batches.server.ts';
import type { Call, Outcome } from '../call.ts';

/** As the collector takes a batch, about the visitor that the sender names. */
export async function collect({
  env,
  input: { body },
  now,
  store,
}: Call<Operations['collectEvents']>): Promise<Outcome<Operations['collectEvents']>> {
  const { visitor, ...batch } = body;
  const received = receiveBatch(batch, now, {
    visitor: { ip: visitor.ip, userAgent: visitor.userAgent },
    place: { country: visitor.country ?? '', region: '', city: '' },
  });
  const [receipt] = await appendBatches(env.STORE_STATS, store, [received]);
  if (receipt === undefined) throw new Error('A batch was taken without a receipt');
  return { kind: 'json', body: { accepted: receipt.accepted, rejected: [...receipt.rejected] } };
}
