import { env } from 'cloudflare:workers';
import { runInDurableObject } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { DurableDatabase } from './durable-database.ts';

test('bytes come back as they went in, be they part of a larger buffer, and count as read', async () => {
  const stats = env.STORE_STATS.getByName('bytes');
  await runInDurableObject(stats, (_, { storage }) => {
    const db = new DurableDatabase(storage);
    db.run('CREATE TABLE bytes (id INTEGER PRIMARY KEY, content BLOB)');
    const before = db.usage.bytesRead;
    db.run('INSERT INTO bytes (content) VALUES (?)', new Uint8Array([1, 2, 3, 4, 5]).subarray(1, 4));
    expect(db.all('SELECT content FROM bytes')).toEqual([{ content: new Uint8Array([2, 3, 4]) }]);
    expect(db.usage.bytesRead - before).toBe(3);
  });
});
