import { storeEvent } from '../history/batches.ts';
import { history } from '../history/history.ts';
import { STORE } from '../history/shop.ts';

const USER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

/**
 * `count` requests of `size` events each, as the collector gets them. A visit's events come one after the other and from one sender; where
 * `size` is more than a visit has, visits share a batch.
 */
export function batchRequests(count: number, size: number): Buffer[] {
  const requests: Buffer[] = [];
  const sent = Date.now();
  let events: unknown[] = [];
  for (const { visitor, referrer, events: hits } of history(count * size + count)) {
    for (const [index, hit] of hits.entries()) {
      // All of them happen just now: what comes late is another matter.
      events.push({
        ...storeEvent(hit, index === 0 ? referrer : ''),
        at: sent - (hits.length - index) * 1000,
      });
      if (events.length < size) continue;
      requests.push(requestOf(requests.length, sent, events, visitor.id));
      if (requests.length === count) return requests;
      events = [];
    }
  }
  return requests;
}

/** Batch `number` as a browser at the address `sender` sends it. */
export function requestOf(number: number, sent: number, events: readonly unknown[], sender: number): Buffer {
  const batch = `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
  const body = JSON.stringify({ v: 1, store: STORE.slug, batch, sent, events });
  const head = [
    'POST / HTTP/1.1',
    'host: bench.example',
    'content-type: text/plain',
    `content-length: ${Buffer.byteLength(body)}`,
    `cf-connecting-ip: ${sender}`,
    `user-agent: ${USER_AGENT}`,
  ].join('\r\n');
  return Buffer.from(`${head}\r\n\r\n${body}`);
}
