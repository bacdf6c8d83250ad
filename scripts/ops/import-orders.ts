import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { csvRows } from '../import/csv-rows.ts';
import { importOrders } from '../import/import-orders.ts';
import { ONLINE_RETAIL } from '../import/online-retail.ts';
import type { OrderExport } from '../import/order-export.ts';
import { exportOf, orderLayout } from '../import/order-layout.ts';
import { describeReport } from '../import/report.ts';
import { SHOPIFY_EXPORT } from '../import/shopify-export.ts';
import { WOOCOMMERCE_EXPORT } from '../import/woocommerce-export.ts';
import { CommandError } from '../run/command.ts';
import { callOps, type OpsTarget } from '../run/ops-client.ts';
import { step } from '../run/steps.ts';
import type { OpsCommand } from './command.ts';
import { store as storeSchema } from './store.ts';

const EXPORTS: readonly OrderExport[] = [exportOf(ONLINE_RETAIL), SHOPIFY_EXPORT, WOOCOMMERCE_EXPORT];

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
      help: `which column is what; known without: ${EXPORTS.map(({ name }) => name).join(', ')}`,
    },
  },
  examples: [
    'import orders --store fmdf orders_export.csv',
    'import orders --store gifts our-orders.csv.gz --mapping our-columns.json',
  ],
  async run({ positionals: [file = ''], options }, target) {
    const path = fromWhereThePersonStands(file);
    const mapping = options.get('mapping')?.[0];
    const exports =
      mapping === undefined ? EXPORTS : [exportOf(readLayout(fromWhereThePersonStands(mapping)))];
    const store = await findStore(target, options.get('store')?.[0] ?? '');
    const report = await step(`Importing ${file} into ${store.slug}`, (progress) =>
      importOrders({
        store,
        rows: csvRows(path),
        exportFor: (headings) => chooseExport(exports, headings),
        now: Date.now(),
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

function chooseExport(exports: readonly OrderExport[], headings: readonly string[]): OrderExport {
  const missing = exports.map((one) => ({
    one,
    columns: one.needs.filter((column) => !headings.includes(column)),
  }));
  const fitting = missing.find(({ columns }) => columns.length === 0);
  if (fitting) return fitting.one;
  throw new CommandError(
    `The headings fit no known export: ${missing.map(({ one, columns }) => `${one.name} needs ${columns.join(', ')}`).join('; ')}. --mapping <file.json> describes another.`,
  );
}

function readLayout(path: string): z.output<typeof orderLayout> {
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
