import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import { callOps, type OpsTarget } from '../run/ops-client.ts';
import { step } from '../run/steps.ts';
import type { OpsCommand } from './command.ts';

const ASK_AGAIN_MS = 500;

export const rebuildCommand: OpsCommand = {
  name: 'rebuild',
  summary: 'Work out a store’s figures anew from its archive, log and ledger; stopped here, it goes on there',
  positionals: [],
  options: { store: { value: 'slug', help: 'the store', required: true } },
  examples: ['rebuild --store gifts', 'rebuild --store gifts --remote'],
  async run({ options }, target) {
    const slug = options.get('store')?.[0] ?? '';
    await callOps(target, 'POST', `/stores/${encodeURIComponent(slug)}/rebuild`);
    await untilRebuilt(target, slug);
  },
};

export const storeSetTimeZone: OpsCommand = {
  name: 'store set-time-zone',
  summary: 'Change where a store’s days begin; its figures are worked out anew',
  positionals: ['slug', 'zone'],
  options: {},
  examples: ['store set-time-zone gifts Europe/Dublin'],
  async run({ positionals: [slug = '', timeZone = ''] }, target) {
    const path = `/stores/${encodeURIComponent(slug)}/time-zone`;
    const { body } = await callOps(target, 'PUT', path, { timeZone });
    console.log(`${slug} is in ${timeZone}`);
    if (z.object({ rebuilding: z.boolean() }).parse(body).rebuilding) await untilRebuilt(target, slug);
  },
};

const state = z.object({ status: z.object({ rebuilding: z.number().nullable() }) });

async function untilRebuilt(target: OpsTarget, slug: string): Promise<void> {
  await step(`Rebuilding ${slug}`, async (progress) => {
    for (;;) {
      const { body } = await callOps(target, 'GET', `/stores/${encodeURIComponent(slug)}`);
      const { rebuilding } = state.parse(body).status;
      if (rebuilding === null) return;
      progress.show(rebuilding);
      await after(ASK_AGAIN_MS);
    }
  });
}
