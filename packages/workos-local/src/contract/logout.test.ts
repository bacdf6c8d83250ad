import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorkosLocal, type WorkosLocal } from '../server.ts';
import { SIGNED_OUT, sdkFor, signIn, visit } from './app.ts';

let workos: WorkosLocal;
beforeAll(async () => {
  workos = await startWorkosLocal({ logoutUris: [SIGNED_OUT, 'http://localhost:3051/bye'] });
});
afterAll(() => workos.close());

test('a sign-out ends the session and goes back to a configured address', async () => {
  const sdk = sdkFor(workos);
  const { session, user } = await signIn(sdk, { email: 'agency@layerkick.test' });
  const { status, to } = await visit(await session.getLogoutUrl({ returnTo: 'http://localhost:3051/bye' }));
  expect([status, to?.href]).toEqual([302, 'http://localhost:3051/bye']);
  expect((await sdk.userManagement.listSessions(user.id)).data).toEqual([]);
});

test('without return_to it goes to the first configured address, also for a session that ended before', async () => {
  const address = sdkFor(workos).userManagement.getLogoutUrl({ sessionId: 'session_long_gone' });
  expect((await visit(address)).to?.href).toBe(SIGNED_OUT);
});

test('an address that is not configured is refused, and the session goes on', async () => {
  const { session } = await signIn(sdkFor(workos), { email: 'agency@layerkick.test' });
  const answer = await visit(await session.getLogoutUrl({ returnTo: 'http://evil.test/' }));
  expect(answer).toMatchObject({ status: 400, to: null });
  expect(await session.refresh()).toMatchObject({ authenticated: true });
});

test('other sessions of the same person go on', async () => {
  const sdk = sdkFor(workos);
  const phone = await signIn(sdk, { email: 'agency@layerkick.test' });
  const laptop = await signIn(sdk, { email: 'agency@layerkick.test' });
  await visit(await phone.session.getLogoutUrl());
  expect(await laptop.session.refresh()).toMatchObject({ authenticated: true });
});
