import { API_KEY } from '@layerkick/workos-local/accounts';
import { z } from 'zod';

/** Where WorkOS answers. */
interface AtWorkOS {
  readonly workos: { readonly url: string };
}

const createdKey = z.object({ id: z.string(), value: z.string() });
const createdApplication = z.object({ id: z.string(), client_id: z.string() });
const createdSecret = z.object({ secret: z.string() });
const issued = z.object({ access_token: z.string() });

/** An API key of an organization, made at WorkOS rather than in the dashboard. */
export async function apiKeyOf(app: AtWorkOS, organizationId: string, permissions: readonly string[]) {
  const path = `/organizations/${organizationId}/api_keys`;
  return createdKey.parse(await postToWorkOS(app, path, { name: 'Warehouse', permissions }));
}

/** The access token of a new machine-to-machine application of an organization. */
export async function applicationToken(app: AtWorkOS, organizationId: string, scopes: readonly string[]) {
  const application = createdApplication.parse(
    await postToWorkOS(app, '/connect/applications', {
      application_type: 'm2m',
      name: 'Warehouse',
      organization_id: organizationId,
      scopes,
    }),
  );
  const { secret } = createdSecret.parse(
    await postToWorkOS(app, `/connect/applications/${application.id}/client_secrets`, {}),
  );
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: application.client_id,
    client_secret: secret,
  });
  const response = await fetch(`${app.workos.url}/oauth2/token`, { method: 'POST', body });
  return issued.parse(await response.json()).access_token;
}

/** What WorkOS answers to a `POST` with the API key. */
export function postToWorkOS(app: AtWorkOS, path: string, body: object): Promise<unknown> {
  return call(app, 'POST', path, body);
}

export async function putToWorkOS(app: AtWorkOS, path: string): Promise<void> {
  await call(app, 'PUT', path, {});
}

export async function deleteAtWorkOS(app: AtWorkOS, path: string): Promise<void> {
  await call(app, 'DELETE', path);
}

const list = z.object({ data: z.array(z.unknown()) });

/** One page of a list. */
export async function listedAtWorkOS(app: AtWorkOS, path: string): Promise<readonly unknown[]> {
  return list.parse(await call(app, 'GET', path)).data;
}

async function call(app: AtWorkOS, method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(app.workos.url + path, {
    method,
    headers: { Authorization: `Bearer ${API_KEY}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? null : response.json();
}
