import { z } from 'zod';
import { FileProblem } from '../../packages/cf-app/src/features/imports/file-problem.ts';
import { PROGRAM_NAMES } from '../../packages/cf-app/src/features/imports/program-names.ts';
import { readVisits } from '../../packages/cf-app/src/features/imports/visits/read-visits.ts';
import { MOST_IMPORTED_DAYS } from '../../packages/stats/src/imported-days/imported-day.ts';
import { csvFile } from '../import/csv-file.ts';
import { listed } from '../import/report.ts';
import { CommandError } from '../run/command.ts';
import { callOps } from '../run/ops-client.ts';
import { step } from '../run/steps.ts';
import type { OpsCommand } from './command.ts';
import { fromWhereThePersonStands } from './file-argument.ts';

const kept = z.object({ kept: z.int() });

export const importVisitsCommand: OpsCommand = {
  name: 'import visits',
  summary: 'Keep the daily visits that Google Analytics 4 or Plausible counted, beside a store’s own',
  note: 'What a file says of a day takes the place of what one said before.',
  positionals: ['file.csv[.gz]'],
  options: { store: { value: 'slug', help: 'where the days belong', required: true } },
  examples: ['import visits --store fmdf imported_visitors_20200101_20241231.csv'],
  async run({ positionals: [file = ''], options }, target) {
    const slug = options.get('store')?.[0] ?? '';
    const { from, rows, days, unused } = await readVisits(csvFile(fromWhereThePersonStands(file))).catch(
      (error: unknown) => {
        throw error instanceof FileProblem ? new CommandError(error.message, { cause: error }) : error;
      },
    );
    await step(`Importing ${file} into ${slug}`, async (progress) => {
      for (let first = 0; first < days.length; first += MOST_IMPORTED_DAYS) {
        const some = days.slice(first, first + MOST_IMPORTED_DAYS);
        const path = `/stores/${encodeURIComponent(slug)}/imported-days`;
        kept.parse((await callOps(target, 'POST', path, { days: some })).body);
        progress.show((first + some.length) / days.length);
      }
    });
    const span = days.length === 0 ? '' : `, ${days[0]?.day} to ${days.at(-1)?.day}`;
    console.log(
      [
        `${rows} rows: ${days.length} days of ${PROGRAM_NAMES[from]}${span}, ${unused.count} rows not used`,
        ...listed('Not used:', unused),
      ].join('\n'),
    );
  },
};
