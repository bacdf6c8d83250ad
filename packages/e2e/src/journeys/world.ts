import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ORGANIZATIONS } from '@layerkick/workos-local/accounts';
import type { TestProject } from 'vitest/node';
import { createShare } from '../../../cf-app/src/features/share/share-links.server.ts';
import { newShare } from '../../../cf-app/src/features/share/share.schema.ts';
import { callOps } from '../../../../scripts/run/ops-client.ts';
import { seedDemo } from '../../../../scripts/seed-demo.ts';
import { startBuiltWorker } from '../built-worker.ts';
import { leaksIn } from '../log-scan.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built Worker of all journeys answers. */
    origin: string;
    /** Where its WorkOS answers, and its `/_local` controls. */
    workos: string;
    /** What the Worker seals sessions with. */
    cookiePassword: string;
    /** Of a link to fmdf, parts of which `blog.example` may show. */
    sharedToken: string;
  }
}

/** One built Worker with the demo's stores and 65 days of their history, for all journeys. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = await startBuiltWorker({
    vars: { DEMO_STOREFRONT: '1' },
    organizations: ORGANIZATIONS,
  });
  const scratch = mkdtempSync(join(tmpdir(), 'layerkick-'));
  await seedDemo(
    { origin: built.origin, token: built.opsToken },
    { days: 65, progressFile: join(scratch, 'demo.json') },
  );
  rmSync(scratch, { recursive: true });
  // The console knows everybody from the start, as after a first night.
  await callOps({ origin: built.origin, token: built.opsToken }, 'POST', '/mirror/compare', {});
  const share = newShare.parse({
    slug: 'fmdf',
    name: 'Journeys',
    password: null,
    expiresAt: null,
    filters: [],
    embedHosts: ['blog.example'],
  });
  const shared = await createShare(built.storage.DB, share, {
    actor: 'operator',
    requestId: 'journeys',
    at: 0,
  });
  if (!shared.ok) throw new Error(shared.code);
  project.provide('sharedToken', shared.token);
  project.provide('origin', built.origin);
  project.provide('workos', built.workos.url);
  project.provide('cookiePassword', built.cookiePassword);
  return async () => {
    const logged = built.logs();
    await built.close();
    const leaks = leaksIn(logged, {
      'the cookie password': built.cookiePassword,
      'the operators’ token': built.opsToken,
    });
    // Fails the run: nothing of what people did in a whole run of journeys may be in a log.
    if (leaks.length > 0) throw new Error(`The log of the journeys holds:\n${leaks.join('\n')}`);
    if (!logged.some((line) => line.includes('"event":"request"'))) throw new Error('Nothing was logged');
  };
}
