import { z } from 'zod';

/**
 * What the dashboard declares of itself, read as data: the types of these modules reach into all of it, and what is tested
 * here is the built Worker.
 */
const SRC = '../../../cf-app/src/features/auth';

const requirement = z.looseObject({
  permission: z.string(),
  store: z.string().optional(),
  write: z.literal(true).optional(),
  recentSignIn: z.literal(true).optional(),
});
export type DeclaredRequirement = z.output<typeof requirement>;
const functions = z.record(z.string(), z.record(z.string(), requirement));
const fields = z.record(z.string(), z.unknown());
const functionInputs = z.record(z.string(), z.record(z.string(), fields));
const words = z.record(z.string(), z.string());
const pageInputs = z.record(z.string(), z.object({ params: words, search: words }));

export interface ServerFunction {
  /** Below `src/`. */
  readonly file: string;
  readonly name: string;
}

export interface DeclaredFunction extends ServerFunction {
  readonly requirement: DeclaredRequirement;
  /** A good call of it; undefined where nobody has written one. */
  readonly input: Readonly<Record<string, unknown>> | undefined;
}

export interface DeclaredPage {
  /** With `$name` where a field stands. */
  readonly path: string;
  readonly requirement: DeclaredRequirement;
  readonly input: z.output<typeof pageInputs>[string] | undefined;
}

async function exported(module: string, name: string): Promise<unknown> {
  const found: object = await import(/* @vite-ignore */ new URL(`${SRC}/${module}.ts`, import.meta.url).href);
  return Reflect.get(found, name);
}

const inputs = functionInputs.parse(await exported('cross-tenant/function-inputs', 'FUNCTION_INPUTS'));
const ofPages = pageInputs.parse(await exported('cross-tenant/page-inputs', 'PAGE_INPUTS'));

/** Every server function. */
export const FUNCTIONS: readonly DeclaredFunction[] = Object.entries(
  functions.parse(await exported('declared/functions', 'FUNCTIONS')),
).flatMap(([file, ofFile]) =>
  Object.entries(ofFile).map(([name, each]) => ({
    file,
    name,
    requirement: each,
    input: inputs[file]?.[name],
  })),
);

/** Every page and file. */
export const PAGES: readonly DeclaredPage[] = Object.entries(
  z.record(z.string(), requirement).parse(await exported('declared/routes', 'ROUTES')),
).map(([path, each]) => ({ path, requirement: each, input: ofPages[path] }));

/** Where a page is, with these in its fields. */
export function pathOf(page: string, params: Readonly<Record<string, string>>): string {
  return page.replaceAll(/\$(\w+)/g, (_whole, field: string) => params[field] ?? '');
}
