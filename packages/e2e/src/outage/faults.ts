import type { Stage } from './stage.ts';

/** What goes wrong with WorkOS, once everybody has arrived. */
export interface Fault {
  readonly name: string;
  begin(stage: Stage): Promise<void>;
}

const everything = { path: '/*' } as const;

/** Longer than any test takes: whatever is answered was answered without waiting for it. */
const FOREVER_MS = 120_000;

export const UP: Fault = { name: 'up', begin: async () => undefined };

export const DOWN: readonly Fault[] = [
  set('slow', { ...everything, delayMs: FOREVER_MS }),
  set('500', { ...everything, status: 500, body: { message: 'oops' } }),
  set('429 with Retry-After', { ...everything, status: 429, headers: { 'Retry-After': '60' }, body: {} }),
  set('HTML 502', { ...everything, html: true }),
  { name: 'connection refused', begin: ({ gate }) => gate.shut() },
];

export const KEYS_DOWN: Fault = {
  name: 'JWKS only down',
  async begin(stage) {
    stage.app.workos.faults.add({ path: '/sso/jwks/*', status: 500, body: {} });
    // A new isolate, which knows no keys yet.
    await stage.redeploy();
  },
};

/** Down for long enough that nobody asks any more; then WorkOS is back, and 90 s pass. */
export const BACK: Fault = {
  name: 'back after 90 s',
  async begin({ app, readOnce, putClockForward }) {
    app.workos.faults.add({ ...everything, status: 500, body: {} });
    for (let n = 0; n < 5; n++) await readOnce();
    app.workos.faults.clear();
    await putClockForward(90_000);
    // The one call that decides.
    await readOnce();
  },
};

function set(name: string, fault: Parameters<Stage['app']['workos']['faults']['add']>[0]): Fault {
  return {
    name,
    begin: async ({ app }) => void app.workos.faults.add(fault),
  };
}
