import { randomUUID } from 'node:crypto';
import type { Operation } from '@layerkick/client/operation';
import { OPERATIONS } from '@layerkick/client/operations';
import { z } from 'zod';
import { TOOLS } from '../../../cf-app/src/api/mcp/tools.ts';
import { type Names, ownIn } from '../../../cf-app/src/features/auth/cross-tenant/attempts.ts';
import { OPERATION_INPUTS } from '../../../cf-app/src/features/auth/cross-tenant/operation-inputs.ts';
import { TOOL_INPUTS } from '../../../cf-app/src/features/auth/cross-tenant/tool-inputs.ts';
import { type DeclaredRequirement, FUNCTIONS, PAGES, pathOf } from './declared.ts';
import { callFunction, resultOf } from './server-functions.ts';

/** What somebody is told: it is done, they may not, nobody is signed in, or they have to sign in once more for it. */
export type Outcome = 'done' | 'refused' | 'nobody' | 'again';

/** One thing that can be asked for. */
export interface Target {
  readonly name: string;
  readonly surface: 'function' | 'page' | 'operation' | 'tool';
  readonly requirement: DeclaredRequirement;
  /** @param names what stands for `$store` and the like. An answer that is none of them is a text that says so. */
  readonly ask: (origin: string, headers: Words, names: Words) => Promise<Outcome | string>;
}

type Words = Readonly<Record<string, string>>;

const words = z.record(z.string(), z.string());
const asked = z.object({
  input: z.record(z.string(), z.unknown()).default({}),
  params: words.default({}),
  search: words.default({}),
  query: words.default({}),
  body: z.unknown().optional(),
});

function filled(sample: Readonly<Record<string, unknown>>, names: Words) {
  const all: Names = Object.fromEntries(
    Object.entries({ ...names, batch: randomUUID() }).map(([kind, name]) => [
      kind,
      { own: name, theirs: name, nobodys: name },
    ]),
  );
  return asked.parse(ownIn(sample, all));
}

function ask(origin: string, path: string, init: RequestInit): Promise<Response> {
  return fetch(origin + path, { ...init, redirect: 'manual' });
}

const CODES: Readonly<Record<string, Outcome>> = {
  forbidden: 'refused',
  signed_out: 'nobody',
  sign_in_again: 'again',
  // Of shared links.
  unknown: 'refused',
  locked: 'refused',
};
const answered = z.looseObject({ code: z.string() });

const functions = FUNCTIONS.map((called): Target => ({
  name: called.name,
  surface: 'function',
  requirement: called.requirement,
  async ask(origin, headers, names) {
    const { input } = filled({ input: called.input }, names);
    // Nothing is deleted that was not named twice.
    const data = 'confirmed' in input ? { ...input, confirmed: 'another' } : input;
    const answer = await callFunction((path, init) => ask(origin, path, init), called, data, headers);
    if (![200, 404].includes(answer.status)) return `${answer.status}: ${await answer.text()}`;
    const { data: refusal } = answered.safeParse(await resultOf(answer));
    return refusal?.code === 'unavailable' ? 'unavailable' : (CODES[refusal?.code ?? ''] ?? 'done');
  },
}));

/** What is asked for by its address alone. */
function outcomeOf({ status, headers }: Response): Outcome | string {
  if (status === 401) return 'nobody';
  if (status === 403) return 'refused';
  if (status >= 500) return String(status);
  return headers.get('Location')?.startsWith('/auth/workos/login') === true ? 'nobody' : 'done';
}

const pages = PAGES.map(({ path, requirement, input }): Target => ({
  name: path,
  surface: 'page',
  requirement,
  async ask(origin, headers, names) {
    const { params, search } = filled({ ...input }, names);
    const at = pathOf(path, params);
    // With a slash at its end, a page leads to itself without.
    const answer = await ask(origin, `${at.replace(/(?<=.)\/$/, '')}?${new URLSearchParams(search)}`, {
      headers,
    });
    await answer.arrayBuffer();
    // Of a link that leads nowhere.
    if (answer.status === 404 && requirement.permission === 'anyone') return 'refused';
    return outcomeOf(answer);
  },
}));

const operations = Object.entries<Operation>(OPERATIONS).map(([id, operation]): Target => {
  const { method, path, permission, store } = operation;
  return {
    name: id,
    surface: 'operation',
    requirement: { permission: permission === 'any' ? 'signed-in' : permission, ...(store && { store }) },
    async ask(origin, headers, names) {
      const { params, query, body } = filled({ ...Reflect.get(OPERATION_INPUTS, id) }, names);
      const at = path.replaceAll(/\{(\w+)\}/g, (_whole, field: string) => params[field] ?? '');
      const answer = await ask(origin, `/api/v1${at}?${new URLSearchParams(query)}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      await answer.arrayBuffer();
      return answer.status === 400 ? '400' : outcomeOf(answer);
    },
  };
});

const tools = Object.entries(TOOLS).map(([name, requirement]): Target => ({
  name,
  surface: 'tool',
  requirement: {
    permission: requirement.permission,
    ...('store' in requirement && { store: requirement.store }),
  },
  async ask(origin, headers, names) {
    const { input } = filled({ input: Reflect.get(TOOL_INPUTS, name) }, names);
    const answer = await ask(origin, '/mcp', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json, text/event-stream',
        ...headers,
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name, arguments: input },
      }),
    });
    const text = await answer.text();
    if (answer.status !== 200) return outcomeOf(answer);
    if (/store_forbidden|permission_missing/.test(text)) return 'refused';
    return text.includes('"isError":true') ? text : 'done';
  },
}));

/** Everything that can be asked for, in the browser and by programs. */
export const TARGETS: readonly Target[] = [...functions, ...pages, ...operations, ...tools];
