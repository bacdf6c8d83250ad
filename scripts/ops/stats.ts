import type { z } from 'zod';
import { exportStats } from '../../packages/client/src/operations/export.ts';
import { askApi } from '../run/api-client.ts';
import { CommandError } from '../run/command.ts';
import type { Given, OpsCommand, OpsOption } from './command.ts';

const BY = 'With the API key in LAYERKICK_API_KEY, so that it shows what the owner of the key may see.';

export const statsStores: OpsCommand = {
  name: 'stats stores',
  summary: 'List the stores that an API key may see',
  note: BY,
  positionals: [],
  options: {},
  examples: ['stats stores'],
  async run(_, target) {
    await askApi(target, async (api) => {
      let cursor: string | null = '';
      while (cursor !== null) {
        const page = await api.listStores(cursor === '' ? {} : { query: { cursor } });
        for (const { slug, name, currency, timeZone } of page.stores) {
          console.log(`${slug.padEnd(16)}  ${name.padEnd(20)}  ${currency}  ${timeZone}`);
        }
        cursor = page.next;
      }
    });
  },
};

const QUESTION: Readonly<Record<string, OpsOption>> = {
  metrics: { value: 'a,b', help: 'what to measure; net_sales,orders,sessions where left out' },
  range: { value: 'period', help: '30d where left out; or 2026-01-01..2026-01-31' },
  interval: { value: 'word', help: 'a row per hour, day, week or month' },
  dimension: { value: 'word', help: 'a row per value, e.g. channel or product' },
  filters: { value: 'json', help: 'a JSON array of filters, see docs/api.md' },
};

export const statsTable: OpsCommand = {
  name: 'stats table',
  summary: 'Write figures of a store as CSV or NDJSON',
  note: BY,
  positionals: ['store'],
  options: { ...QUESTION, format: { value: 'word', help: 'csv where left out; or ndjson' } },
  examples: [
    'stats table fmdf --range month --interval day',
    'stats table fmdf --metrics units,net_sales --dimension product --format ndjson',
  ],
  async run({ positionals: [slug = ''], options }, target) {
    const query = { metrics: 'net_sales,orders,sessions', range: '30d', ...given(options) };
    if (!isInput(exportStats.query, query)) throw new CommandError(whatIsWrong(query));
    await askApi(target, async (api) => {
      const decoder = new TextDecoder();
      for await (const piece of await api.exportStats({ params: { slug }, query })) {
        process.stdout.write(decoder.decode(piece, { stream: true }));
      }
    });
  },
};

function isInput<S extends z.ZodType>(schema: S, value: unknown): value is z.input<S> {
  return schema.safeParse(value).success;
}

function whatIsWrong(query: object): string {
  const issues = exportStats.query.safeParse(query).error?.issues ?? [];
  return issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n');
}

function given(options: Given['options']): Record<string, string> {
  return Object.fromEntries(
    [...options].flatMap(([name, [value]]) => (value === undefined ? [] : [[name, value]])),
  );
}
