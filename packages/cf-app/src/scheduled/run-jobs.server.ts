import { log } from '#/lib/log.server.ts';
import { inTrace, newTrace } from '#/lib/trace.server.ts';
import type { Job } from './job.ts';

/**
 * Runs the jobs of one cron, side by side. One that fails is logged under its own id and leaves the others alone; its
 * next turn is its next chance.
 *
 * @param due epoch ms
 */
export async function runJobs(jobs: readonly Job[], cron: string, due: number, env: Env): Promise<void> {
  const wanted = jobs.filter((job) => job.cron === cron);
  await Promise.all(
    wanted.map((job) => inTrace(newTrace(crypto.randomUUID(), due), () => run(job, due, env))),
  );
}

async function run(job: Job, due: number, env: Env): Promise<void> {
  try {
    await job.run(env, due);
  } catch (cause) {
    log.error('job_failed', { job: job.name, cause: String(cause) });
  }
}
