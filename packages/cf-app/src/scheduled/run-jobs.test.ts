import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import type { Job } from './job.ts';
import { runJobs } from './run-jobs.server.ts';

const env = {} as Env;

test('the jobs of a cron run, those of others do not, and a failure stops nobody', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const ran: string[] = [];
  const job = (name: string, cron: string): Job => ({
    name,
    cron,
    run: (_env, now) => {
      ran.push(`${name} ${now}`);
      return name === 'broken' ? Promise.reject(new Error('D1 is down')) : Promise.resolve();
    },
  });
  const jobs = [job('broken', '* * * * *'), job('health', '* * * * *'), job('nightly', '0 3 * * *')];
  await runJobs(jobs, '* * * * *', 60_000, env);
  expect(ran).toEqual(['broken 60000', 'health 60000']);
  expect(logged.mock.calls.flat().join()).toMatch(/"event":"job_failed".*"job":"broken"/);
  logged.mockRestore();
});

test('wrangler.jsonc has the crons that jobs name, and no others', async () => {
  const [configuration, jobs] = await Promise.all([
    readFile(new URL('../../../../wrangler.jsonc', import.meta.url), 'utf8'),
    readFile(new URL('jobs.ts', import.meta.url), 'utf8'),
  ]);
  const inConfiguration = /"crons":\s*\[([^\]]*)\]/.exec(configuration)?.[1] ?? '';
  const crons = [...inConfiguration.matchAll(/"([^"]+)"/g)].map(([, cron]) => cron);
  const named = [...jobs.matchAll(/= '([^']+)';/g)].map(([, cron]) => cron);
  expect(crons.toSorted()).toEqual(named.toSorted());
});
