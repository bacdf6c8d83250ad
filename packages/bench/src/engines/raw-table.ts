import { history } from '../history/history.ts';
import { type RawEvent, rawEvents } from '../history/raw-event.ts';
import { PRODUCTS } from '../history/shop.ts';

/** The columns of the `event` table, as both SQL databases understand them. */
export const COLUMNS = {
  occurred: 'BIGINT',
  day: 'INTEGER',
  visitor: 'BIGINT',
  session: 'INTEGER',
  name: 'VARCHAR',
  page: 'VARCHAR',
  referrer: 'VARCHAR',
  country: 'VARCHAR',
  device: 'VARCHAR',
  product: 'VARCHAR',
  amount: 'BIGINT',
} as const satisfies Record<keyof RawEvent, string>;

export const COLUMN_NAMES = Object.keys(COLUMNS).filter((name): name is keyof RawEvent => name in COLUMNS);

export const CREATE_TABLE = `CREATE TABLE event (${COLUMN_NAMES.map((name) => `${name} ${COLUMNS[name]} NOT NULL`).join(', ')})`;

/** The history as rows, `size` at a time. */
export function* rawPortions(events: number, size: number): Iterable<RawEvent[]> {
  let portion: RawEvent[] = [];
  for (const visit of history(events)) {
    for (const row of rawEvents(visit, PRODUCTS)) portion.push(row);
    if (portion.length >= size) {
      yield portion.slice(0, size);
      portion = portion.slice(size);
    }
  }
  if (portion.length > 0) yield portion;
}
