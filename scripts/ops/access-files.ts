import { existsSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { CommandError } from '../run/command.ts';
import { callOps, type OpsTarget } from '../run/ops-client.ts';
import { step } from '../run/steps.ts';
import type { OpsCommand } from './command.ts';
import { fromWhereThePersonStands } from './file-argument.ts';
import { type Mapping, mappingFormat, type MappingRow, readMappings, writeMappings } from './mapping-file.ts';

const FORMAT = {
  value: 'csv|kv',
  help: 'csv: user,store in each row; kv: what "wrangler kv bulk put" reads. By the file’s name where left out',
};

export const accessExport: OpsCommand = {
  name: 'access export',
  summary: 'Write who was granted which stores to a file',
  note: 'Organizations and the allowlist come on top and are not in it.',
  positionals: ['file'],
  options: { format: FORMAT },
  examples: ['access export access.csv', 'access export access.json --format kv --remote'],
  async run({ positionals: [file = ''], options }, target) {
    const path = fromWhereThePersonStands(file);
    const format = mappingFormat(options.get('format')?.[0], file);
    if (existsSync(path)) throw new CommandError(`${file} is there already.`);
    const mappings = await step('Reading mappings', () => allMappings(target));
    const readable = mappings.filter((mapping) => mapping.readable);
    writeFileSync(path, writeMappings(readable, format), { mode: 0o600 });
    console.log(`${file}: ${people(readable.length)}`);
    for (const { user } of mappings.filter((mapping) => !mapping.readable)) {
      console.error(`${user} is left out: what is stored is not a JSON array of slugs.`);
    }
  },
};

export const accessImport: OpsCommand = {
  name: 'access import',
  summary: 'Grant people the stores that a file names',
  note: 'A row that cannot be is named with its line and field, and the others count. Again changes nothing.',
  positionals: ['file'],
  options: {
    format: FORMAT,
    exactly: {
      help: 'people in the file see just what it says: what it does not name is taken away from them',
    },
    'dry-run': { help: 'say what would happen, and change nothing' },
  },
  examples: [
    'access import access.csv --dry-run',
    'access import access.json --format kv --exactly --remote',
  ],
  async run({ positionals: [file = ''], options }, target) {
    const path = fromWhereThePersonStands(file);
    const rows = await readMappings(path, mappingFormat(options.get('format')?.[0], file));
    if (rows.length === 0) throw new CommandError(`${file} names nobody.`);
    const dryRun = options.has('dry-run');
    const choices = { exactly: options.has('exactly'), dryRun };
    const total = { changed: 0, unchanged: 0, refused: 0 };
    for (const some of callsOf(rows)) {
      const { body } = await callOps(target, 'POST', '/access', { rows: some, ...choices });
      const done = imported.parse(body);
      for (const { user, before, after } of done.changed) console.log(`${user} ${difference(before, after)}`);
      for (const { line, field, message } of done.refused)
        console.error(`Line ${line}, ${field}: ${message}`);
      for (const user of done.left) console.error(`${user} is left as it is, because of a row above.`);
      total.changed += done.changed.length;
      total.unchanged += done.unchanged;
      total.refused += done.refused.length;
    }
    const verb = dryRun ? 'would change' : 'changed';
    console.log(
      `${people(total.changed)} ${verb}, ${total.unchanged} as they are, ${total.refused} ${total.refused === 1 ? 'row' : 'rows'} refused`,
    );
    if (total.refused > 0) process.exitCode = 1;
  },
};

const mapped = z.object({ user: z.string(), stores: z.array(z.string()), readable: z.boolean() });
const mappingPage = z.object({ mappings: z.array(mapped), next: z.string().nullable() });
const imported = z.object({
  changed: z.array(z.object({ user: z.string(), before: z.array(z.string()), after: z.array(z.string()) })),
  unchanged: z.number(),
  refused: z.array(z.object({ line: z.number(), field: z.string(), message: z.string() })),
  left: z.array(z.string()),
});

async function allMappings(target: OpsTarget): Promise<(Mapping & { readable: boolean })[]> {
  const all: z.output<typeof mapped>[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query = cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    const page: z.output<typeof mappingPage> = mappingPage.parse(
      (await callOps(target, 'GET', `/access${query}`)).body,
    );
    all.push(...page.mappings);
    cursor = page.next;
  }
  return all;
}

/** As many rows as one call takes, about; those of one person together. */
const ROWS_AT_A_TIME = 500;

export function callsOf(rows: readonly MappingRow[]): MappingRow[][] {
  const calls: MappingRow[][] = [];
  for (const own of Map.groupBy(rows, ({ user }) => user).values()) {
    const last = calls.at(-1);
    if (last && last.length + own.length <= ROWS_AT_A_TIME) last.push(...own);
    else calls.push([...own]);
  }
  return calls;
}

function difference(before: readonly string[], after: readonly string[]): string {
  const more = after.filter((slug) => !before.includes(slug)).map((slug) => `+${slug}`);
  const less = before.filter((slug) => !after.includes(slug)).map((slug) => `-${slug}`);
  return [...more, ...less].join(' ') || 'is mended';
}

function people(count: number): string {
  return `${count} ${count === 1 ? 'person' : 'people'}`;
}
