import { z } from 'zod';
import { readConfiguration } from '#/env.server.ts';
import { log } from '#/lib/log.server.ts';
import type { AlertText } from './alert-text.ts';

/** A way to people. Throws when it did not work. */
export interface Channel {
  readonly name: string;
  readonly send: (text: AlertText) => Promise<void>;
}

const TIMEOUT_MS = 10_000;

/** An e-mail binding of Cloudflare, `send_email` in wrangler.jsonc. Not everybody has one. */
const bindings = z.object({
  ALERT_EMAIL: z
    .custom<SendEmail>((value) => typeof value === 'object' && value !== null && 'send' in value)
    .optional(),
});

/** Those that are configured. */
export function channelsOf(env: Env): readonly Channel[] {
  const { ALERT_WEBHOOK_URL: webhook, ALERT_EMAIL_FROM: from, ALERT_EMAIL_TO: to } = readConfiguration(env);
  const { ALERT_EMAIL: email } = bindings.parse(env);
  return [
    ...(webhook === undefined ? [] : [webhookChannel(webhook)]),
    ...(email === undefined || from === undefined || to === undefined ? [] : [emailChannel(email, from, to)]),
  ];
}

/**
 * Sends to all channels. Whether anybody was reached: one is enough, so that a broken channel does not make the others
 * repeat themselves every minute. Without a channel, the log is all there is, and that always works.
 */
export async function deliver(text: AlertText, channels: readonly Channel[]): Promise<boolean> {
  log.error('alert', { subject: text.subject, body: text.body });
  const sent = await Promise.all(channels.map((channel) => trySending(channel, text)));
  return sent.length === 0 || sent.includes(true);
}

async function trySending({ name, send }: Channel, text: AlertText): Promise<boolean> {
  try {
    await send(text);
    return true;
  } catch (cause) {
    log.error('alert_not_delivered', { channel: name, cause: String(cause) });
    return false;
  }
}

/** Slack's incoming webhooks, and everything that understands them. */
function webhookChannel(url: string): Channel {
  return {
    name: 'webhook',
    async send({ subject, body }) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ text: `*${subject}*\n${body}` }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
    },
  };
}

function emailChannel(binding: SendEmail, from: string, to: string): Channel {
  return {
    name: 'email',
    async send({ subject, body }) {
      await binding.send({ from, to, subject, text: body });
    },
  };
}
