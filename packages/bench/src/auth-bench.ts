import { join } from 'node:path';
import { EMPTY_PATH, plainRequest, requestsByCredential } from './auth/requests.ts';
import {
  type AuthMeasurements,
  type AuthRound,
  type Credential,
  CREDENTIALS,
  emptyAsked,
  type RunName,
  RUNS,
} from './auth/runs.ts';
import { loadClosed } from './load/load.ts';
import { authReport } from './report/auth-report.ts';
import type { Step } from './report/progress.ts';
import type { Report } from './report/report.ts';
import { bundle } from './workerd/bundle.ts';
import { cpuMsOf } from './workerd/process-usage.ts';
import { type Served, serve } from './workerd/serve.ts';

const CONNECTIONS = 32;
// Many and short: what else the machine does changes from second to second.
const ROUNDS = 40;
const SECONDS = 0.25;
/** Four seconds each, by which time V8 has compiled what it will. */
const WARM_UP_ROUNDS = 16;
/** More than anything here answers in {@link SECONDS}. */
const MOST_REQUESTS = 30_000;

/**
 * Requests per second of an empty Worker, with and without each credential, of a route in ours that does nothing, of
 * `/api/v1/me` by each credential and of the same behind WorkOS's own session library: each in a bare workerd of its own,
 * alone under load, over loopback, in turns.
 *
 * Of its own, because what requests leave behind is cleared up by thousands: in one workerd for several, a run that comes
 * after a quick one that leaves little behind stops to clear up for both.
 *
 * @param folder an existing empty one
 */
export async function benchAuth(folder: string, step: Step): Promise<Report> {
  const [empty, ours, theirs] = await step('Bundling', () =>
    Promise.all([
      bundle('null', join(folder, 'null')),
      bundle('auth', join(folder, 'auth')),
      bundle('authkit', join(folder, 'authkit')),
    ]),
  );
  const { session, person, application, 'api-key': key } = await requestsByCredential(Date.now());
  const requests: Readonly<Record<Credential, Buffer>> = {
    'session cookie': session,
    'bearer token of a person': person,
    'bearer token of an application': application,
    'API key': key,
  };
  // What is compared comes one after the other.
  const runs: readonly (readonly [RunName, string, Buffer])[] = [
    ['empty Worker', empty, plainRequest()],
    ['empty route of the product', ours, plainRequest(EMPTY_PATH)],
    ...CREDENTIALS.flatMap((by): [RunName, string, Buffer][] => [
      [emptyAsked(by), empty, requests[by]],
      [by, ours, requests[by]],
    ]),
    ['authkit-session, session cookie', theirs, session],
  ];
  const served: Served[] = [];
  try {
    const targets: [RunName, Served, Buffer][] = [];
    for (const [index, [name, module, request]] of runs.entries()) {
      const worker = await serve({ module, folder: join(folder, String(index)), objectClass: null });
      served.push(worker);
      targets.push([name, worker, request]);
    }
    const rounds: [RunName, AuthRound][] = [];
    await step('Asking, in turns', async (bar) => {
      // The first rounds warm up and are not counted.
      for (let round = 1 - WARM_UP_ROUNDS; round <= ROUNDS; round += 1) {
        for (const [name, worker, request] of targets) {
          const result = await ask(worker, request);
          if (round > 0) rounds.push([name, result]);
        }
        bar.show(Math.max(0, round) / ROUNDS);
      }
    });
    return authReport(grouped(rounds), ROUNDS);
  } finally {
    for (const each of served) await each.stop();
  }
}

async function ask({ port, pid }: Served, request: Buffer): Promise<AuthRound> {
  const requests = Array.from({ length: MOST_REQUESTS }, () => request);
  const before = cpuMsOf(pid);
  const result = await loadClosed({ port, requests, connections: CONNECTIONS, mostSeconds: SECONDS });
  const after = cpuMsOf(pid);
  return { ...result, cpuMs: before === null || after === null ? null : after - before };
}

function grouped(rounds: readonly (readonly [RunName, AuthRound])[]): AuthMeasurements {
  const of = (name: RunName) => rounds.filter(([run]) => run === name).map(([, result]) => result);
  // An entry for each name, and nothing else.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(RUNS.map((name) => [name, of(name)])) as unknown as AuthMeasurements;
}
