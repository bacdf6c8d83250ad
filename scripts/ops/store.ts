import { z } from 'zod';
import { callOps } from '../run/ops-client.ts';
import type { OpsCommand } from './command.ts';

export const store = z.object({
  slug: z.string(),
  name: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  domains: z.array(z.string()),
});

export const storeCreate: OpsCommand = {
  name: 'store create',
  summary: 'Create a store',
  positionals: ['slug'],
  options: {
    currency: { value: 'code', help: 'ISO 4217, e.g. EUR; what all its figures are in', required: true },
    'time-zone': {
      value: 'zone',
      help: 'IANA, e.g. Europe/Berlin; decides where a day begins',
      required: true,
    },
    name: { value: 'name', help: 'what people read; the slug where it is left out' },
    domain: {
      value: 'host',
      help: 'a host name that may send events from browsers; may be repeated',
      multiple: true,
    },
  },
  examples: [
    'store create gifts --currency GBP --time-zone Europe/London',
    'store create fmdf --name "Fjord & Maple" --currency EUR --time-zone Europe/Berlin --domain shop.example',
  ],
  async run({ positionals: [slug], options }, target) {
    const name = options.get('name')?.[0];
    const { body } = await callOps(target, 'POST', '/stores', {
      slug,
      currency: options.get('currency')?.[0],
      timeZone: options.get('time-zone')?.[0],
      domains: options.get('domain') ?? [],
      ...(name === undefined ? {} : { name }),
    });
    const created = z.object({ store }).parse(body).store;
    console.log(`Created ${describe(created)}`);
    console.log(`npm run ops -- access grant <user-id> ${created.slug}  lets somebody see it`);
  },
};

export const storeList: OpsCommand = {
  name: 'store list',
  summary: 'List all stores',
  positionals: [],
  options: {},
  examples: ['store list', 'store list --remote'],
  async run(_, target) {
    const { body } = await callOps(target, 'GET', '/stores');
    const { stores } = z.object({ stores: z.array(store) }).parse(body);
    console.log(stores.length === 0 ? 'There are no stores yet.' : stores.map(describe).join('\n'));
  },
};

function describe({ slug, name, currency, timeZone, domains }: z.output<typeof store>): string {
  const hosts = domains.length === 0 ? '' : `  ${domains.join(', ')}`;
  return `${slug.padEnd(16)}  ${name.padEnd(20)}  ${currency}  ${timeZone}${hosts}`;
}
