import { z } from 'zod';
import { callOps } from '../run/ops-client.ts';
import type { OpsCommand } from './command.ts';

const connected = z.object({ platform: z.string(), url: z.string(), secret: z.string() });
const listed = z.object({
  sources: z.array(z.object({ platform: z.string(), createdAt: z.number() })),
  deliveries: z.array(
    z.object({
      platform: z.string(),
      topic: z.string(),
      receivedAt: z.number(),
      outcome: z.string(),
      reason: z.string().nullable(),
    }),
  ),
});
const replayed = z.object({ counted: z.number(), ignored: z.number(), failed: z.number() });

export const sourceConnect: OpsCommand = {
  name: 'source connect',
  summary: 'Let a shop platform tell a store’s orders by webhook',
  note: 'Shopify shows its signing secret under Settings → Notifications → Webhooks. WooCommerce takes the one that is made here.',
  positionals: ['slug', 'shopify|woocommerce'],
  options: {
    secret: { value: 'text', help: 'the platform’s signing secret; made anew where it is left out' },
  },
  examples: ['source connect fmdf woocommerce', 'source connect fmdf shopify --secret 3f2a…'],
  async run({ positionals: [slug = '', platform = ''], options }, target) {
    const [secret] = options.get('secret') ?? [];
    const answer = await callOps(
      target,
      'PUT',
      `/stores/${encodeURIComponent(slug)}/sources/${encodeURIComponent(platform)}`,
      secret === undefined ? {} : { secret },
    );
    const source = connected.parse(answer.body);
    console.log(`${source.platform} may tell orders of ${slug} at ${source.url}`);
    if (secret === undefined) console.log(`Secret, shown this once: ${source.secret}`);
  },
};

export const sourceDisconnect: OpsCommand = {
  name: 'source disconnect',
  summary: 'Refuse a platform’s webhooks from now on; what it told stays',
  positionals: ['slug', 'shopify|woocommerce'],
  options: {},
  examples: ['source disconnect fmdf shopify'],
  async run({ positionals: [slug = '', platform = ''] }, target) {
    await callOps(
      target,
      'DELETE',
      `/stores/${encodeURIComponent(slug)}/sources/${encodeURIComponent(platform)}`,
    );
    console.log(`${platform} tells no orders of ${slug} any more`);
  },
};

export const sourceShow: OpsCommand = {
  name: 'source show',
  summary: 'Say which platforms tell a store’s orders, and what they delivered last',
  positionals: ['slug'],
  options: {},
  examples: ['source show fmdf'],
  async run({ positionals: [slug = ''] }, target) {
    const answer = await callOps(target, 'GET', `/stores/${encodeURIComponent(slug)}/sources`);
    const { sources, deliveries } = listed.parse(answer.body);
    const names = sources.map(({ platform }) => platform).join(', ');
    console.log(sources.length === 0 ? `No platform tells orders of ${slug}` : `Connected: ${names}`);
    for (const { receivedAt, platform, topic, outcome, reason } of deliveries) {
      const what = [new Date(receivedAt).toISOString(), platform, topic, outcome].join('  ');
      console.log(reason === null ? what : `${what}: ${reason}`);
    }
  },
};

export const sourceReplay: OpsCommand = {
  name: 'source replay',
  summary: 'Try deliveries again that could not be counted',
  positionals: ['slug'],
  options: {},
  examples: ['source replay fmdf'],
  async run({ positionals: [slug = ''] }, target) {
    const answer = await callOps(target, 'POST', `/stores/${encodeURIComponent(slug)}/sources/replay`, {});
    const { counted, ignored, failed } = replayed.parse(answer.body);
    console.log(`${counted} counted, ${ignored} left out, ${failed} still cannot be read`);
  },
};
