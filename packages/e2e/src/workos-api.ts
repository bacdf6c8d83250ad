import { API_KEY } from '@layerkick/workos-local/accounts';
import { z } from 'zod';
import type { BuiltWorker } from './built-worker.ts';

const createdKey = z.object({ id: z.string(), value: z.string() });
const createdApplication = z.object({ id: z.string(), client_id: z.string() });
const createdSecret = z.object({ secret: z.string() });
const issued = z.object({ access_token: z.string() });

/** An API key of an organization, made at WorkOS rather than in the dashboard. */
export async function apiKeyOf(app: BuiltWorker, organizationId: string, permissions: readonly string[]) {
  const path = `/organizations/${organizationId}/api_keys`;
  return createdKey.parse(await post(app, path, { name: 'Warehouse', permissions }));
}

/** The access token of a new machine-to-machine application of an organization. */
export async function applicationToken(app: BuiltWorker, organizationId: string, scopes: readonly string[]) {
  const application = createdApplication.parse(
    await post(app, '/connect/applications', {
      application_type: 'm2m',
      name: 'Warehouse',
      organization_id: organizationId,
      scopes,
    }),
  );
  const { secret } = createdSecret.parse(
    await post(app, `/connect/applications/${application.id}/client_secrets`, {}),
  );
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: application.client_id,
    client_secret: secret,
  });
  const response = await fetch(`${app.workos.url}/oauth2/token`, { method: 'POST', body });
  return issued.parse(await response.json()).access_token;
}

async function post(app: BuiltWorker, path: string, body: object): Promise<unknown> {
  const response = await fetch(app.workos.url + path, {
    method: 'POST',
    headers: { Authorization: `Bearer ${API_KEY}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}
