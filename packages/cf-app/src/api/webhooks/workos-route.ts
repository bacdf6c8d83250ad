import { checkWebhookSignature } from '@layerkick/auth/workos/webhook-signature';
import { Hono } from 'hono';
import { readConfiguration } from '../../env.server.ts';
import { workosEvent } from '../../features/mirror/changes-of-event.ts';
import { keepEvent, processEvent } from '../../features/mirror/inbox.server.ts';
import { log } from '../../lib/log.server.ts';
import { readText } from '../collector/read-text.ts';
import { problemResponse } from '../problem.ts';

const MAX_BYTES = 512 * 1024;

/**
 * `POST /api/webhooks/workos`: what WorkOS tells of people and organizations. Kept first, worked through then. What is
 * kept is answered as taken, whatever becomes of it: sending it again would not help.
 */
export const workosWebhook = new Hono<{ Bindings: Env }>();

workosWebhook.post('/', async (c) => {
  const secret = readConfiguration(c.env).WORKOS_WEBHOOK_SECRET;
  if (secret === undefined) return problemResponse(NOT_CONFIGURED);
  const body = await readText(c.req.raw, MAX_BYTES);
  if (body === null) return problemResponse(TOO_LARGE);
  const now = Date.now();
  const signature = await checkWebhookSignature(c.req.header('workos-signature') ?? null, body, secret, now);
  if (!signature.ok) {
    log.warn('workos_webhook_refused', { reason: signature.reason });
    return problemResponse({ ...NOT_SIGNED, detail: signature.reason });
  }
  const event = workosEvent.safeParse(parsedJson(body));
  if (!event.success) return problemResponse(NO_EVENT);
  try {
    await keepEvent(c.env.DB, event.data, body, 'webhook', now);
    return c.json({ outcome: await processEvent(c.env.DB, event.data, now) });
  } catch (cause) {
    log.error('workos_webhook_unavailable', { cause: String(cause) });
    return problemResponse(UNAVAILABLE, { 'retry-after': '30' });
  }
});

workosWebhook.all('/', () => problemResponse(METHOD_REFUSED, { allow: 'POST' }));

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const NOT_CONFIGURED = {
  status: 503,
  code: 'webhook_secret_missing',
  title: 'WORKOS_WEBHOOK_SECRET is not set, so nothing can be taken',
};
const TOO_LARGE = { status: 413, code: 'body_too_large', title: `A delivery may have ${MAX_BYTES} bytes` };
const NOT_SIGNED = {
  status: 400,
  code: 'signature_wrong',
  title: 'The delivery is not signed by WorkOS just now',
};
const NO_EVENT = { status: 400, code: 'event_unreadable', title: 'The delivery is not an event of WorkOS' };
const METHOD_REFUSED = { status: 405, code: 'method_not_allowed', title: 'Webhooks are delivered with POST' };
const UNAVAILABLE = {
  status: 503,
  code: 'mirror_unavailable',
  title: 'The delivery cannot be kept right now',
};
