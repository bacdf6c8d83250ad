import { markdown } from '../../../bench/src/report/report.ts';
import { runCommand } from '../../../../scripts/run/command.ts';
import { step } from '../../../../scripts/run/steps.ts';
import { fuzzRun } from './fuzz-run.ts';

/** `npm run soak -- fuzz`, which has read the arguments: how many requests, and from which seed. */
await runCommand(async () => {
  const [requests, seed] = process.argv.slice(2).map(Number) as [number, number];
  const { answers, counted, seconds } = await step(
    `${number(requests)} hostile requests, seed ${seed}`,
    (progress) => fuzzRun({ requests, seed }, (fraction) => progress.show(fraction)),
  );
  const rows = [...answers]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([door, times]) => [door, number(times)]);
  console.log(`\n${markdown({ title: 'Answers', head: ['door and status', 'times'], rows })}`);
  console.log(
    `\nNo 5xx, none without an answer. ${number(counted)} events were accepted, and just these are counted. ${Math.round(seconds)} s.`,
  );
});

function number(value: number): string {
  return value.toLocaleString('en');
}
