import { expect, test } from 'vitest';
import { migrate } from '../schema.ts';
import { NodeDatabase } from '../testing/node-database.ts';
import { Orders } from './orders.ts';
import { packLedger } from './pack-ledger.ts';

test('a ledger of rows goes on as chunks, entry by entry', () => {
  const db = new NodeDatabase();
  migrate(db, 9);
  const entry = { kind: 'sale', order: '1001', source: 'server', name: 'x'.repeat(500) };
  for (let seq = 1; seq <= 700; seq += 1) {
    db.run(
      `INSERT INTO ledger (seq, id, order_id, recorded, event, bot, entry) VALUES (?1, ?2, '1001', 7, ?1, 'bot', ?3)`,
      seq,
      `entry-${seq}`,
      JSON.stringify({ ...entry, id: `entry-${seq}` }),
    );
  }
  migrate(db, 10);
  db.transaction(() => packLedger(db));
  const { ledger } = new Orders(db);
  expect(ledger.lastSeq()).toBe(700);
  expect(ledger.find('id', new Set(['entry-3', 'entry-700', 'entry-701']))).toEqual(
    [3, 700].map((seq) => ({
      seq,
      recorded: 7,
      event: seq,
      bot: 'bot',
      entry: { ...entry, id: `entry-${seq}` },
    })),
  );
  expect(ledger.find('order', new Set(['1001']))).toHaveLength(700);
  expect(db.all('SELECT COUNT(*) AS left FROM ledger')).toEqual([{ left: 0 }]);
});
