import { createInterface } from 'node:readline/promises';
import { z } from 'zod';
import { CommandError } from '../run/command.ts';
import { callOps, type OpsTarget } from '../run/ops-client.ts';
import { step } from '../run/steps.ts';
import type { OpsCommand } from './command.ts';
import { store as storeSchema } from './store.ts';

export const storeDelete: OpsCommand = {
  name: 'store delete',
  summary:
    'Delete a store and everything it was told, for good; stopped half way, the same again finishes it',
  positionals: ['slug'],
  options: { yes: { value: 'slug', help: 'the slug once more, instead of being asked for it' } },
  examples: ['store delete gifts', 'store delete gifts --yes gifts --remote'],
  async run({ positionals: [slug = ''], options }, target) {
    console.log(await announcement(target, slug));
    const confirmed = options.get('yes')?.[0] ?? (await ask(`Type ${slug} to delete it: `));
    if (confirmed !== slug) throw new CommandError('Nothing was deleted: that is not its slug.');
    const receipt = await step(`Deleting ${slug}`, () => untilDeleted(target, slug));
    console.log(describe(receipt));
  },
};

const known = z.object({
  store: storeSchema,
  status: z.object({ events: z.number(), orders: z.number() }),
});

/** What is going to happen. @throws {CommandError} where there is neither such a store nor the rest of one */
async function announcement(target: OpsTarget, slug: string): Promise<string> {
  const path = `/stores/${encodeURIComponent(slug)}`;
  const begun = await callOps(target, 'GET', `${path}/deletion`, undefined, [404]);
  if (begun.status === 200) return `The deletion of ${slug} was begun and is not over. This finishes it.`;

  const { store, status } = known.parse((await callOps(target, 'GET', path)).body);
  return [
    `This deletes ${slug} (${store.name}): ${count(status.events)} events and ${count(status.orders)} orders,`,
    'from its Durable Object and from the archive in R2; takes it away from everybody who may see it; and removes it',
    `from the registry. Only the audit log stays. It cannot be undone; "export --store ${slug}" saves a copy first.`,
  ].join('\n');
}

async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY) throw new CommandError('Nothing was deleted: confirm it with --yes <slug>.');
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await prompt.question(question)).trim();
  } finally {
    prompt.close();
  }
}

const receiptSchema = z.object({
  slug: z.string(),
  registry: z.object({ stores: z.number() }),
  access: z.object({ people: z.number() }),
  object: z.object({ batches: z.number(), events: z.number(), entries: z.number(), bytes: z.number() }),
  archive: z.object({ objects: z.number(), bytes: z.number() }),
});

async function untilDeleted(target: OpsTarget, slug: string): Promise<z.output<typeof receiptSchema>> {
  for (;;) {
    const { body } = await callOps(target, 'POST', `/stores/${encodeURIComponent(slug)}/deletion`, { slug });
    const { receipt } = z.object({ receipt: receiptSchema.nullable() }).parse(body);
    if (receipt) return receipt;
  }
}

function describe({ slug, registry, access, object, archive }: z.output<typeof receiptSchema>): string {
  return [
    `Removed of ${slug}:`,
    `  Durable Object   ${count(object.events)} events, ${count(object.batches)} batches in the log, ${count(object.entries)} ledger entries, ${megabytes(object.bytes)}`,
    `  archive (R2)     ${count(archive.objects)} objects, ${megabytes(archive.bytes)}`,
    `  access (KV)      ${count(access.people)} people`,
    `  registry (D1)    ${count(registry.stores)} store`,
    'The audit log has who did it, when, and this receipt (store.deleted).',
  ].join('\n');
}

function count(value: number): string {
  return value.toLocaleString('en');
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
