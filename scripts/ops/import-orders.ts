import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { csvRows } from '../import/csv-rows.ts';
import { importOrders } from '../import/import-orders.ts';
import { ONLINE_RETAIL } from '../import/online-retail.ts';
import { type OrderLayout, orderLayout } from '../import/order-layout.ts';
import { describeReport } from '../import/report.ts';
import { CommandError } from '../run/command.ts';
import { callOps, type OpsTarget } from '../run/ops-client.ts';
import { step } from '../run/steps.ts';
import type { OpsCommand } from './command.ts';
import { store as storeSchema } from './store.ts';

const LAYOUTS: readonly OrderLayout[] = [ONLINE_RETAIL];

const receipt = z.object({ accepted: z.number(), duplicates: z.number() });

export const importOrdersCommand: OpsCommand = {
  name: 'import orders',
  summary: 'Read a CSV file of order lines into a store’s order ledger',
  note: 'Again, or further after it was stopped, changes nothing twice.',
  positionals: ['file.csv[.gz]'],
  options: {
    store: {
      value: 'slug',
      help: 'where the orders belong; times are on its clock, prices in its currency',
      required: true,
    },
    mapping: {
      value: 'file.json',
      help: `which column is what; known without: ${LAYOUTS.map(({ name }) => name).join(', ')}`,
    },
  },
  examples: ['import orders --store gifts ../shared/data/online-retail.csv.gz'],
  async run({ positionals: [file = ''], options }, target) {
    const path = fromWhereThePersonStands(file);
    const mapping = options.get('mapping')?.[0];
    const layouts = mapping === undefined ? LAYOUTS : [readLayout(fromWhereThePersonStands(mapping))];
    const store = await findStore(target, options.get('store')?.[0] ?? '');
    const report = await step(`Importing ${file} into ${store.slug}`, (progress) =>
      importOrders({
        store,
        rows: csvRows(path),
        layoutFor: (headings) => chooseLayout(layouts, headings),
        record: async (entries) =>
          receipt.parse((await callOps(target, 'POST', `/stores/${store.slug}/orders`, { entries })).body),
        onProgress: ({ rows }, fraction) => progress.show(fraction, `${rows.toLocaleString('en')} rows`),
      }),
    );
    console.log(describeReport(report, store.currency));
  },
};

async function findStore(target: OpsTarget, slug: string) {
  const { body } = await callOps(target, 'GET', `/stores/${encodeURIComponent(slug)}`);
  return z.object({ store: storeSchema }).parse(body).store;
}

function chooseLayout(layouts: readonly OrderLayout[], headings: readonly string[]): OrderLayout {
  const missing = layouts.map((layout) => ({
    layout,
    columns: Object.values(layout.columns).filter(
      (column) => column !== undefined && !headings.includes(column),
    ),
  }));
  const fitting = missing.find(({ columns }) => columns.length === 0);
  if (fitting) return fitting.layout;
  throw new CommandError(
    `The headings fit no known layout: ${missing.map(({ layout, columns }) => `${layout.name} needs ${columns.join(', ')}`).join('; ')}. --mapping <file.json> describes another.`,
  );
}

function readLayout(path: string): OrderLayout {
  let text: unknown;
  try {
    text = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new CommandError(`${path} is not there or is not JSON.`, { cause });
  }
  const parsed = orderLayout.safeParse(text);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path: field, message }) => `${field.join('.')}: ${message}`);
  throw new CommandError(`${path}: ${problems.join('; ')}`);
}

function fromWhereThePersonStands(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}
