import { afterEach, beforeEach, expect, test } from 'vitest';
import { ACCOUNTS } from '../accounts.ts';
import { startWorkosLocal, type WorkosLocal } from '../server.ts';
import { sdkFor } from './app.ts';

let workos: WorkosLocal;
let sdk: ReturnType<typeof sdkFor>;
beforeEach(async () => {
  workos = await startWorkosLocal();
  sdk = sdkFor(workos);
});
afterEach(() => workos.close());

test('events of several types come oldest first, page by page', async () => {
  const { id } = await sdk.organizations.createOrganization({ name: 'Fabrikam' });
  const events: ('user.created' | 'organization.created')[] = ['user.created', 'organization.created'];
  const seen: string[] = [];
  let after: string | undefined;
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page starts where the one before ended
    const page = await sdk.events.listEvents({ events, limit: 2, ...(after !== undefined && { after }) });
    seen.push(...page.data.map(({ data }) => ('id' in data ? data.id : '')));
    after = page.listMetadata.after ?? undefined;
  } while (after !== undefined);
  expect(seen).toEqual([...ACCOUNTS.map((account) => account.id), id]);
});

test('a list can be of one organization', async () => {
  const { id: organizationId } = await sdk.organizations.createOrganization({ name: 'Fabrikam' });
  const other = await sdk.organizations.createOrganization({ name: 'Contoso' });
  for (const each of [organizationId, other.id]) {
    // oxlint-disable-next-line no-await-in-loop -- the order is part of the test
    await sdk.userManagement.createOrganizationMembership({
      userId: 'user_01LKAGENCY',
      organizationId: each,
    });
  }
  const { data } = await sdk.events.listEvents({
    events: ['organization.created', 'organization_membership.created'],
    organizationId,
  });
  expect(data.map(({ event }) => event)).toEqual(['organization.created', 'organization_membership.created']);
});

test('a range ends before its end', async () => {
  const all = await sdk.events.listEvents({
    events: ['user.created'],
    rangeStart: '2020-01-01T00:00:00.000Z',
  });
  expect(all.data).toHaveLength(ACCOUNTS.length);
  const rangeEnd = all.data[0]?.createdAt ?? '';
  const before = await sdk.events.listEvents({ events: ['user.created'], rangeEnd });
  expect(before.data).toEqual([]);
});

test('a list without types is refused', async () => {
  await expect(sdk.events.listEvents({ events: [] })).rejects.toMatchObject({ status: 422 });
});
