import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const DECLARED = 'packages/cf-app/src/features/auth/declared';

export interface Source {
  /** Below `packages/cf-app/src`. */
  readonly path: string;
  readonly text: string;
}

export interface Declared {
  readonly functions: Readonly<Record<string, object>>;
  readonly routes: object;
}

/** The declarations of a checkout. By address: their types are the Worker's, and are checked with it. */
export async function declaredAccess(root: string): Promise<Declared> {
  const [{ FUNCTIONS }, { ROUTES }] = await Promise.all([
    import(join(root, DECLARED, 'functions.ts')),
    import(join(root, DECLARED, 'routes.ts')),
  ]);
  return { functions: FUNCTIONS, routes: ROUTES };
}

/** The Worker's own sources, without tests and what is generated. */
export function workerSources(root: string): readonly Source[] {
  const folder = join(root, 'packages/cf-app/src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.(?:test|gen)\.tsx?$/.test(path))
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(folder, path), 'utf8') }));
}

/** Server functions and routes of which nobody said what they take, and declarations of what is not there. */
export function undeclaredAccess(sources: readonly Source[], declared: Declared): readonly string[] {
  return [...functionProblems(sources, declared.functions), ...routeProblems(sources, declared.routes)];
}

function functionProblems(sources: readonly Source[], declared: Declared['functions']): readonly string[] {
  const found = new Set<string>();
  const problems: string[] = [];
  for (const { path, text } of sources) {
    const names = namesIn(text, /^export const (\w+) = createServerFn\b/gm);
    const made = text.match(/\bcreateServerFn\(/g)?.length ?? 0;
    if (made > 0 && !path.endsWith('.functions.ts')) {
      problems.push(`${path} makes a server function; they live in *.functions.ts`);
    } else if (made !== names.length) {
      problems.push(`${path}: write each as \`export const name = createServerFn(…)\``);
    }
    for (const name of names) {
      found.add(`${path}: ${name}`);
      if (!Object.hasOwn(declared[path] ?? {}, name)) {
        problems.push(`${path}: what \`${name}\` takes is not declared in ${DECLARED}/functions.ts`);
      }
    }
  }
  const gone = Object.entries(declared)
    .flatMap(([path, functions]) => Object.keys(functions).map((name) => `${path}: ${name}`))
    .filter((each) => !found.has(each));
  return [...problems, ...gone.map((each) => `${each} is declared and not there`)];
}

function routeProblems(sources: readonly Source[], declared: object): readonly string[] {
  // `_` after a part keeps a page out of the frame of the page above it, and is not in its path.
  const ids = sources
    .flatMap(({ text }) => namesIn(text, /\bcreateFileRoute\(\s*'([^']+)'/g))
    .map((id) => id.replaceAll(/_(?=\/|$)/g, ''));
  const missing = ids.filter((id) => !Object.hasOwn(declared, id));
  const gone = Object.keys(declared).filter((id) => !ids.includes(id));
  return [
    ...missing.map((id) => `What the route ${id} takes is not declared in ${DECLARED}/routes.ts`),
    ...gone.map((id) => `The route ${id} is declared and not there`),
  ];
}

function namesIn(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, name]) => name ?? '');
}
