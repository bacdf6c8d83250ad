import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltWorker, startBuiltWorker } from '../built-worker.ts';
import { openStores, PAGE, withExpiredToken } from '../merchant-at-fmdf.ts';
import { cookiesSetBy } from '../visitor.ts';
import { WORLDS } from '../worlds.ts';

/** Two isolates that share nothing but storage and objects. */
describe.each(WORLDS)('accounts at $provider, sessions in $place', (world) => {
  let app: BuiltWorker;

  beforeAll(async () => {
    app = await startBuiltWorker({ ...world, secondIsolate: true });
    await openStores(app);
  }, 60_000);
  afterAll(() => app.close());

  test('20 parallel requests with an expired token, half of them elsewhere: one refresh upstream', async () => {
    const visitor = await withExpiredToken(app);
    const headers = { Cookie: `wos-session=${visitor.cookies.get('wos-session')}` };
    const ten = Array.from({ length: 10 }, (_, n) => n);
    const answers = await Promise.all([
      ...ten.map(() => visitor.ask(PAGE)),
      ...ten.map(() => app.askSecondIsolate(PAGE, headers)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    // Each of them answered with the new session, those elsewhere too.
    expect(answers.filter((answer) => cookiesSetBy(answer).has('wos-session'))).toHaveLength(20);
    expect(app.identity.calls.count(app.identity.refresh)).toBe(1);
    expect((await visitor.ask(PAGE)).status).toBe(200);
  });
});
