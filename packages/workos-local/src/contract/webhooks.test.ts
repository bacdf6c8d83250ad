import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startWorkosLocal, type WorkosLocal } from '../server.ts';
import { sdkFor } from './app.ts';

let workos: WorkosLocal;
let sdk: ReturnType<typeof sdkFor>;
let receiver: Server;
let endpointUrl: string;
beforeEach(async () => {
  workos = await startWorkosLocal();
  sdk = sdkFor(workos);
  receiver = createServer().listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  endpointUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/webhooks`;
});
afterEach(async () => {
  await workos.close();
  receiver.closeAllConnections();
  receiver.close();
});

/** The next message to the receiver, as it stands before anything is believed. */
async function nextMessage(): Promise<{ payload: string; sigHeader: string }> {
  const [request, response] = (await once(receiver, 'request')) as [IncomingMessage, { end: () => void }];
  const payload = await text(request);
  response.end();
  return { payload, sigHeader: String(request.headers['workos-signature']) };
}

test('a message carries the event and is signed as the SDK expects it', async () => {
  const { secret } = await sdk.webhooks.createWebhookEndpoint({
    endpointUrl,
    events: ['organization.created'],
  });
  const message = nextMessage();
  const { id } = await sdk.organizations.createOrganization({ name: 'Fabrikam' });
  const { payload, sigHeader } = await message;
  const event = await sdk.webhooks.constructEvent({ payload, sigHeader, secret });
  expect(event).toMatchObject({ event: 'organization.created', data: { id, name: 'Fabrikam' } });
  const tampered = sdk.webhooks.constructEvent({
    payload: payload.replace('Fabrikam', 'Contoso'),
    sigHeader,
    secret,
  });
  await expect(tampered).rejects.toThrow('Signature hash does not match');
});

test('an endpoint gets the types that it asked for, and nothing once it is deleted', async () => {
  const wanted = await sdk.webhooks.createWebhookEndpoint({ endpointUrl, events: ['organization.deleted'] });
  const first = nextMessage();
  const { id } = await sdk.organizations.createOrganization({ name: 'Fabrikam' });
  await sdk.organizations.deleteOrganization(id);
  expect(JSON.parse((await first).payload)).toMatchObject({ event: 'organization.deleted' });

  await sdk.webhooks.deleteWebhookEndpoint({ id: wanted.id });
  expect((await sdk.webhooks.listWebhookEndpoints()).data).toEqual([]);
});

test('who caused an event can wait until it was delivered', async () => {
  await sdk.webhooks.createWebhookEndpoint({ endpointUrl, events: ['organization.created'] });
  const delivered: string[] = [];
  receiver.on('request', (request: IncomingMessage, response) => {
    // After whoever does not wait is long done.
    setImmediate(() => {
      delivered.push(request.url ?? '');
      response.end();
    });
  });
  await sdk.organizations.createOrganization({ name: 'Fabrikam' });
  await workos.webhooksDelivered();
  expect(delivered).toEqual(['/webhooks']);
});

test('a receiver that is down holds nothing up', async () => {
  await sdk.webhooks.createWebhookEndpoint({
    endpointUrl: 'http://127.0.0.1:9/',
    events: ['organization.created'],
  });
  expect(await sdk.organizations.createOrganization({ name: 'Fabrikam' })).toMatchObject({
    name: 'Fabrikam',
  });
});
