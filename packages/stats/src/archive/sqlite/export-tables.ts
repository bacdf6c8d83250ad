import { MAX_BATCH_EVENTS } from '../../event.ts';
import { EVENTS_PER_BATCH } from '../../folded-event.ts';
import type { BatchLine, EntryLine, ImportedDayLine, StoreLine } from '../lines.ts';
import type { TableDefinition } from './first-page.ts';
import type { Value } from './record.ts';

/** Tables of an export in SQLite: what a store was told, in rows that anybody can ask. Amounts as they were told. */
export const EXPORT_TABLES = [
  { name: 'store', columns: 'slug TEXT, time_zone TEXT, currency TEXT' },
  {
    // Times are epoch ms; value, tax and shipping in whole units of the currency.
    name: 'event',
    columns: `id INTEGER PRIMARY KEY, at INTEGER, received INTEGER, name TEXT, url TEXT, referrer TEXT, title TEXT, visitor TEXT, currency TEXT, value REAL, tax REAL, shipping REAL, order_id TEXT, props TEXT, country TEXT, region TEXT, city TEXT, device TEXT, browser TEXT, system TEXT, bot TEXT, batch TEXT`,
  },
  {
    name: 'event_item',
    columns: `event INTEGER, position INTEGER, product TEXT, name TEXT, category TEXT, price REAL, discount REAL, quantity REAL`,
  },
  {
    // Amounts are minor units of the currency.
    name: 'ledger',
    columns: `seq INTEGER PRIMARY KEY, id TEXT, order_id TEXT, kind TEXT, at INTEGER, recorded INTEGER, currency TEXT, gross INTEGER, discount INTEGER, returns INTEGER, adjustment INTEGER, tax INTEGER, shipping INTEGER, customer TEXT, country TEXT, source TEXT, gives TEXT, version_of TEXT, version INTEGER, event INTEGER, bot TEXT`,
  },
  {
    name: 'ledger_line',
    columns: `entry INTEGER, position INTEGER, product TEXT, name TEXT, collection TEXT, quantity REAL, gross INTEGER, discount INTEGER`,
  },
  {
    // What other programs counted, by their own definitions.
    name: 'imported_day',
    columns: `day TEXT, origin TEXT, visitors INTEGER, sessions INTEGER, page_views INTEGER, bounces INTEGER`,
  },
] as const satisfies readonly TableDefinition[];

export type ExportTable = (typeof EXPORT_TABLES)[number]['name'];
type Row = readonly [table: ExportTable, values: readonly Value[], rowid?: number];

/** The rows that a line of an export is, those of one table in the order of their rowids. */
export function* rowsOf(line: StoreLine | BatchLine | EntryLine | ImportedDayLine): Generator<Row> {
  if (line.type === 'store') yield ['store', [line.slug, line.timeZone, line.currency]];
  else if (line.type === 'entry') yield* entryRows(line);
  else if (line.type === 'imported-day')
    yield ['imported_day', [line.day, line.from, line.visitors, line.sessions, line.pageViews, line.bounces]];
  else yield* batchRows(line);
}

function* batchRows({ seq, batch, received, content }: BatchLine): Generator<Row> {
  const { country, region, city } = content.place;
  const { device, browser, system } = content.client;
  for (const [index, event] of content.events.slice(0, MAX_BATCH_EVENTS).entries()) {
    const id = seq * EVENTS_PER_BATCH + index;
    const { at, name, url, referrer, title, visitor, currency, props } = event;
    yield [
      'event',
      [
        null,
        at,
        received,
        name,
        url,
        referrer ?? null,
        title ?? null,
        visitor,
        currency ?? null,
        ...[event.value, event.tax, event.shipping].map(amount),
        event.transaction_id ?? null,
        props === undefined ? null : JSON.stringify(props),
        country,
        region,
        city,
        device,
        browser,
        system,
        content.bot,
        batch,
      ],
      id,
    ];
    for (const [position, item] of (event.items ?? []).entries()) {
      const { item_id: product, item_name: itemName, item_category: category, quantity } = item;
      const prices = [item.price, item.discount].map(amount);
      yield [
        'event_item',
        [id, position, product, itemName ?? null, category ?? null, ...prices, quantity ?? null],
      ];
    }
  }
}

function* entryRows({ seq, recorded, event, bot, entry }: EntryLine): Generator<Row> {
  const { id, order, kind, at, currency, gross, discount, returns, adjustment, tax, shipping } = entry;
  const { customer, country, source, gives, version, lines } = entry;
  yield [
    'ledger',
    [
      null,
      id,
      order,
      kind,
      at,
      recorded,
      currency,
      gross,
      discount,
      returns,
      adjustment,
      tax,
      shipping,
      customer ?? null,
      country ?? null,
      source,
      gives,
      version?.of ?? null,
      version?.number ?? null,
      event,
      bot,
    ],
    seq,
  ];
  for (const [position, line] of lines.entries()) {
    const { product, name, collection, quantity, gross: whole, discount: off } = line;
    yield ['ledger_line', [seq, position, product, name, collection ?? null, quantity, whole, off]];
  }
}

/** Shops say `19.9` or `"19.90"`. */
function amount(value: number | string | undefined): number | null {
  return value === undefined ? null : Number(value);
}
