import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACCOUNTS } from '../accounts.ts';
import { startWorkosLocal, type WorkosLocal } from '../server.ts';
import { sdkFor, signIn } from './app.ts';

let workos: WorkosLocal;
beforeAll(async () => {
  workos = await startWorkosLocal();
});
afterAll(() => workos.close());

test('the accounts are listed and found by id, one by one', async () => {
  const { userManagement } = sdkFor(workos);
  const { data } = await userManagement.listUsers({ limit: 100 });
  expect(data.map(({ id }) => id).toSorted()).toEqual(ACCOUNTS.map(({ id }) => id).toSorted());
  expect(await userManagement.getUser('user_01LKADMIN')).toMatchObject({ email: 'admin@layerkick.test' });
  await expect(userManagement.getUser('user_nobody')).rejects.toMatchObject({ status: 404 });
});

test('a user made through the API can sign in', async () => {
  const sdk = sdkFor(workos);
  const made = await sdk.userManagement.createUser({ email: 'new@example.test', firstName: 'Nora' });
  expect((await signIn(sdk, { email: 'new@example.test' })).user).toMatchObject({
    id: made.id,
    firstName: 'Nora',
  });
});

test('the API wants its key', async () => {
  const stranger = sdkFor(workos, 'sk_test_of_somebody_else');
  await expect(stranger.userManagement.listUsers()).rejects.toMatchObject({ status: 401 });
  expect((await fetch(`${workos.url}/user_management/users`)).status).toBe(401);
});

test('more than a thousand calls a minute are answered', async () => {
  const { userManagement } = sdkFor(workos);
  for (let round = 0; round < 11; round += 1) {
    const users = await Promise.all(
      Array.from({ length: 100 }, () => userManagement.getUser('user_01LKADMIN')),
    );
    expect(users).toHaveLength(100);
  }
});

test('what is not imitated says so instead of answering wrongly', async () => {
  const { userManagement } = sdkFor(workos);
  await expect(userManagement.createMagicAuth({ email: 'new@example.test' })).rejects.toMatchObject({
    status: 501,
    code: 'not_imitated',
  });
});

test('permissions of a role are replaced as a list or added one by one', async () => {
  const { authorization } = sdkFor(workos);
  for (const slug of ['stats:read', 'stats:export'])
    await authorization.createPermission({ slug, name: slug });
  await authorization.createEnvironmentRole({ slug: 'analyst', name: 'Analyst' });
  const set = await authorization.setEnvironmentRolePermissions('analyst', { permissions: ['stats:read'] });
  expect(set.permissions).toEqual(['stats:read']);
  const added = await authorization.addEnvironmentRolePermission('analyst', {
    permissionSlug: 'stats:export',
  });
  expect(added.permissions).toEqual(['stats:read', 'stats:export']);
  const unknown = authorization.setEnvironmentRolePermissions('analyst', { permissions: ['stats:delete'] });
  await expect(unknown).rejects.toMatchObject({ status: 404 });
});
