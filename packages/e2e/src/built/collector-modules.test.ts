import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const DIST = resolve(import.meta.dirname, '../../../cf-app/dist');

/** What React and the dashboard's framework leave in built code, and nothing else does. */
const REACT = /Symbol\.for\("react\.|react-dom|createServerEntry|\$\$typeof/;

/** A module and all that it loads at once, by path. What is imported on demand is not. */
function loadedWith(entry: string): Map<string, string> {
  const modules = new Map<string, string>();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (modules.has(path) || !existsSync(path)) continue;
    const code = readFileSync(path, 'utf8');
    modules.set(path, code);
    for (const [, imported = ''] of code.matchAll(/^(?:import|export)\b[^'"\n]*["'](\.[^'"]+)["']/gm)) {
      waiting.push(resolve(dirname(path), imported));
    }
  }
  return modules;
}

/** Modules that one loads on demand. */
function loadedLater(from: string): string[] {
  const imports = readFileSync(from, 'utf8').matchAll(/\bimport\(["'](\.[^"']+)["']\)/g);
  return [...imports].map(([, path = '']) => resolve(dirname(from), path));
}

/** Of those the ones of this name. */
function named(from: string, name: string): string[] {
  return loadedLater(from).filter((path) => basename(path).startsWith(`${name}-`));
}

describe.each(['localhost', 'production'])('the Worker built for %s', (mode) => {
  const entry = resolve(DIST, mode, 'server/index.js');

  test('handles a batch without loading React', () => {
    const [half = ''] = named(entry, 'fetch-api');
    const [api = ''] = named(half, 'app');
    const loaded = new Map([entry, half, api].flatMap((path) => [...loadedWith(path)]));
    expect([...loaded.values()].some((module) => module.includes('batch_too_large'))).toBe(true);
    expect([...loaded].filter(([, module]) => REACT.test(module)).map(([path]) => path)).toEqual([]);
  });

  test('which pages do load, as this way of looking finds', () => {
    const [half = ''] = named(entry, 'answer-page.server');
    const loaded = [half, ...loadedLater(half)].flatMap((path) => [...loadedWith(path).values()]);
    expect(loaded.some((module) => REACT.test(module))).toBe(true);
  });
});
