import { createHmac, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { BuiltWorker } from './built-worker.ts';
import { listedAtWorkOS } from './workos-api.ts';

/** Delivers an event as WorkOS does; the status of the answer. */
export async function deliverTo(
  app: BuiltWorker,
  secret: string,
  event: string,
  data: object,
): Promise<number> {
  const body = JSON.stringify({
    id: `event_${randomUUID()}`,
    event,
    created_at: new Date().toISOString(),
    data: { ...data, updated_at: new Date().toISOString() },
  });
  const at = Date.now();
  const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
  const headers = { 'workos-signature': `t=${at}, v1=${signature}` };
  return (await fetch(`${app.origin}/api/webhooks/workos`, { method: 'POST', body, headers })).status;
}

const membership = z.looseObject({ id: z.string(), organization_id: z.string() });

/** Somebody's membership as WorkOS tells of it. */
export async function membershipAtWorkOS(app: BuiltWorker, user: string, organization: string) {
  const path = `/user_management/organization_memberships?user_id=${user}`;
  const found = z.array(membership).parse(await listedAtWorkOS(app, path));
  const one = found.find(({ organization_id }) => organization_id === organization);
  if (one === undefined) throw new Error(`${user} is not in ${organization}`);
  return one;
}
