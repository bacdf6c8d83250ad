import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { csvFile } from '../import/csv-file.ts';
import { FileProblem } from '../../packages/cf-app/src/features/imports/file-problem.ts';
import {
  exportFor,
  KNOWN_EXPORTS,
  UnknownHeadings,
} from '../../packages/cf-app/src/features/imports/orders/known-exports.ts';
import { importOrders } from '../../packages/cf-app/src/features/imports/orders/import-orders.ts';
import { exportOf } from '../../packages/cf-app/src/features/imports/orders/layout-export.ts';
import { orderLayout } from '../../packages/cf-app/src/features/imports/orders/order-layout.ts';
import { describeReport } from '../import/report.ts';
import { CommandError } from '../run/command.ts';
import { callOps, type OpsTarget } from '../run/ops-client.ts';
import { step } from '../run/steps.ts';
import type { OpsCommand } from './command.ts';
import { fromWhereThePersonStands } from './file-argument.ts';
import { store as storeSchema } from './store.ts';

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
      help: `which column is what; known without: ${KNOWN_EXPORTS.map(({ name }) => name).join(', ')}`,
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
      mapping === undefined ? KNOWN_EXPORTS : [exportOf(readLayout(fromWhereThePersonStands(mapping)))];
    const store = await findStore(target, options.get('store')?.[0] ?? '');
    const report = await step(`Importing ${file} into ${store.slug}`, (progress) =>
      importOrders({
        store,
        rows: csvFile(path),
        exportFor: (headings) => exportFor(exports, headings),
        now: Date.now(),
        record: async (entries) =>
          receipt.parse((await callOps(target, 'POST', `/stores/${store.slug}/orders`, { entries })).body),
        onProgress: ({ rows }, fraction) => progress.show(fraction, `${rows.toLocaleString('en')} rows`),
      }).catch(explain),
    );
    console.log(describeReport(report, store.currency));
  },
};

function explain(error: unknown): never {
  if (error instanceof UnknownHeadings)
    throw new CommandError(`${error.message} --mapping <file.json> describes another.`, { cause: error });
  throw error instanceof FileProblem ? new CommandError(error.message, { cause: error }) : error;
}

async function findStore(target: OpsTarget, slug: string) {
  const { body } = await callOps(target, 'GET', `/stores/${encodeURIComponent(slug)}`);
  return z.object({ store: storeSchema }).parse(body).store;
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
