import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { splitLines } from '../../packages/stats/src/archive/split-lines.ts';
import { writeNdjson } from '../export/ndjson-file.ts';
import { writeSqlite } from '../export/sqlite-file.ts';
import { CommandError } from '../run/command.ts';
import { streamOps } from '../run/ops-client.ts';
import { type Progress, step } from '../run/steps.ts';
import type { OpsCommand } from './command.ts';
import { fromWhereThePersonStands } from './file-argument.ts';

export const exportCommand: OpsCommand = {
  name: 'export',
  summary: 'Write everything a store was told to a file',
  positionals: [],
  options: {
    store: { value: 'slug', help: 'the store', required: true },
    format: {
      value: 'sqlite|ndjson',
      help: 'one SQLite file with tables of events and orders, or one JSON object a line',
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
    const format = formatOf(options.get('format')?.[0] ?? '');
    const path = fromWhereThePersonStands(out);
    if (existsSync(path)) throw new CommandError(`${out} is there already.`);

    const unfinished = `${path}.unfinished`;
    rmSync(unfinished, { force: true });
    try {
      await step(`Exporting ${slug}`, async (progress) => {
        const stream = await streamOps(target, `/stores/${encodeURIComponent(slug)}/export?format=${format}`);
        const pieces = counted(stream, progress);
        if (format === 'sqlite') await writeSqlite(unfinished, pieces);
        else await writeNdjson(unfinished, splitLines(pieces));
      });
      renameSync(unfinished, path);
      console.log(`${out}: ${megabytes(statSync(path).size)}`);
    } catch (cause) {
      rmSync(unfinished, { force: true });
      throw cause instanceof CommandError ? cause : failure(cause);
    }
  },
};

function formatOf(format: string): 'sqlite' | 'ndjson' {
  if (format === 'sqlite' || format === 'ndjson') return format;
  throw new CommandError(`--format is sqlite or ndjson, not ${format}.`);
}

function failure(cause: unknown): CommandError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new CommandError(`The export failed and its file is gone: ${reason}`, { cause });
}

async function* counted(pieces: AsyncIterable<Uint8Array>, progress: Progress): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    progress.show(undefined, megabytes(bytes));
    yield piece;
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
