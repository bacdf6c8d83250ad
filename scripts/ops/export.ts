import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { splitLines } from '../../packages/stats/src/archive/split-lines.ts';
import { writeNdjson } from '../export/ndjson-file.ts';
import { writeSqlite } from '../export/sqlite-file.ts';
import { CommandError } from '../run/command.ts';
import { streamOps } from '../run/ops-client.ts';
import { type Progress, step } from '../run/steps.ts';
import type { OpsCommand } from './command.ts';

const WRITERS = { ndjson: writeNdjson, sqlite: writeSqlite };

export const exportCommand: OpsCommand = {
  name: 'export',
  summary: 'Write everything a store was told to a file',
  positionals: [],
  options: {
    store: { value: 'slug', help: 'the store', required: true },
    format: {
      value: 'sqlite|ndjson',
      help: 'one SQLite file with the figures in tables, or one JSON object a line',
      required: true,
    },
    out: { value: 'file', help: 'where to; must not be there yet', required: true },
  },
  examples: [
    'export --store gifts --format sqlite --out gifts.sqlite',
    'export --store gifts --format ndjson --out gifts.ndjson --remote',
  ],
  async run({ options }, target) {
    const slug = options.get('store')?.[0] ?? '';
    const out = options.get('out')?.[0] ?? '';
    const write = writerOf(options.get('format')?.[0] ?? '');
    const path = resolve(process.env['INIT_CWD'] ?? process.cwd(), out);
    if (existsSync(path)) throw new CommandError(`${out} is there already.`);

    const unfinished = `${path}.unfinished`;
    rmSync(unfinished, { force: true });
    try {
      const { batches, entries } = await step(`Exporting ${slug}`, async (progress) => {
        const stream = await streamOps(target, `/stores/${encodeURIComponent(slug)}/export`);
        return write(unfinished, counted(splitLines(stream), progress));
      });
      renameSync(unfinished, path);
      const size = (statSync(path).size / 1e6).toFixed(1);
      console.log(`${out}: ${batches} batches of events, ${entries} entries of the order ledger, ${size} MB`);
    } catch (cause) {
      rmSync(unfinished, { force: true });
      throw cause instanceof CommandError ? cause : failure(cause);
    }
  },
};

function writerOf(format: string) {
  if (format === 'sqlite' || format === 'ndjson') return WRITERS[format];
  throw new CommandError(`--format is sqlite or ndjson, not ${format}.`);
}

function failure(cause: unknown): CommandError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new CommandError(`The export failed and its file is gone: ${reason}`, { cause });
}

async function* counted(lines: AsyncIterable<string>, progress: Progress): AsyncGenerator<string> {
  let count = 0;
  for await (const line of lines) {
    count += 1;
    if (count % 1000 === 0) progress.show(undefined, `${count.toLocaleString('en')} lines`);
    yield line;
  }
}
