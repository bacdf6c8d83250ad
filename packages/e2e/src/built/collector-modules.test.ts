import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
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

describe.each(['localhost', 'production'])('the Worker built for %s', (mode) => {
  const entry = resolve(DIST, mode, 'server/index.js');
  const worker = loadedWith(entry);
  const code = readFileSync(entry, 'utf8');
  const onDemand = (name: RegExp) => {
    const [, path = ''] = name.exec(code) ?? [];
    return loadedWith(resolve(dirname(entry), path));
  };

  test('handles a batch without loading React', () => {
    const api = onDemand(/const \{ api \} = await import\(["']([^"']+)["']\)/);
    expect([...api.values()].some((module) => module.includes('batch_too_large'))).toBe(true);
    const both = new Map([...worker, ...api]);
    expect([...both].filter(([, module]) => REACT.test(module)).map(([path]) => path)).toEqual([]);
  });

  test('which the dashboard does load, as this way of looking finds', () => {
    const dashboard = onDemand(/const \{ default: dashboard \} = await import\(["']([^"']+)["']\)/);
    expect([...dashboard.values()].some((module) => REACT.test(module))).toBe(true);
  });
});
