import { z } from 'zod';
import { callOps } from '../run/ops-client.ts';
import type { OpsCommand } from './command.ts';

export const storeSetShards: OpsCommand = {
  name: 'store set-shards',
  summary: 'Have more objects take a store’s events, from the day after tomorrow on; nothing is moved',
  positionals: ['slug', 'number'],
  options: {},
  examples: ['store set-shards gifts 4'],
  async run({ positionals: [slug = '', shards = ''] }, target) {
    const path = `/stores/${encodeURIComponent(slug)}/shards`;
    const { body } = await callOps(target, 'PUT', path, { shards: Number(shards) });
    const { from } = z.object({ from: z.number() }).parse(body);
    console.log(`From ${new Date(from).toISOString()} on ${shards} objects take what happens in ${slug}`);
  },
};
