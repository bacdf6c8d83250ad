import { Hono } from 'hono';
import { z } from 'zod';
import { unprocessable } from './page.ts';
import type { WebhookEndpoint } from './webhooks.ts';
import type { World } from './world.ts';

const createRequest = z.object({ endpoint_url: z.url(), events: z.array(z.string()).min(1) });

/** `/webhook_endpoints`: create, list and delete. The secret is in every answer, since there is no dashboard to see it in. */
export function webhookEndpointRoutes({ webhooks }: World): Hono {
  return new Hono()
    .post('/webhook_endpoints', async (context) => {
      const parsed = createRequest.safeParse(await context.req.json().catch(() => null));
      if (!parsed.success) return context.json(unprocessable(parsed.error), 422);
      return context.json(formatted(webhooks.add(parsed.data.endpoint_url, parsed.data.events)), 201);
    })
    .get('/webhook_endpoints', (context) =>
      context.json({
        object: 'list',
        data: webhooks.all().map(formatted),
        list_metadata: { before: null, after: null },
      }),
    )
    .delete('/webhook_endpoints/:id', (context) =>
      webhooks.remove(context.req.param('id'))
        ? context.body(null, 204)
        : context.json({ code: 'not_found', message: 'No such webhook endpoint' }, 404),
    );
}

function formatted({ id, url, secret, events, createdAt }: WebhookEndpoint) {
  return {
    object: 'webhook_endpoint',
    id,
    endpoint_url: url,
    secret,
    status: 'enabled',
    events,
    created_at: createdAt,
    updated_at: createdAt,
  };
}
