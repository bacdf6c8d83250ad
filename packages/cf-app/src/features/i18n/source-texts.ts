import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

/** Where a text is said, for the message of a test. */
export type SourceTexts = ReadonlyMap<string, string>;

/** For tests: every text in `t('…')`, `msg('…')` and `rich(t, '…')` of the sources in `folder`. */
export function sourceTexts(folder: string): SourceTexts {
  const texts = new Map<string, string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(name) || /\.(?:test|gen)\.tsx?$/.test(name)) continue;
    const { program } = parseSync(name, readFileSync(join(folder, name), 'utf8'));
    for (const call of callsIn(program)) for (const text of said(call)) texts.set(text, name);
  }
  return texts;
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function* callsIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* callsIn(one);
  if (!isNode(value)) return;
  if (value.type === 'CallExpression') yield value;
  for (const child of Object.values(value)) if (typeof child === 'object') yield* callsIn(child);
}

/** `t(open ? 'Hide' : 'Show')` says two texts; one that is not written here is marked where it stands. */
function said({ callee, arguments: given }: Node): string[] {
  if (!isNode(callee) || !Array.isArray(given)) return [];
  // `context.t('…')` says something, too.
  const named = callee.type === 'MemberExpression' ? callee['property'] : callee;
  const name = isNode(named) && named.type === 'Identifier' ? named['name'] : null;
  if (name === 't' || name === 'msg') return literals(given[0]);
  return name === 'rich' ? literals(given[1]) : [];
}

function literals(value: unknown): string[] {
  if (!isNode(value)) return [];
  switch (value.type) {
    case 'Literal':
      return typeof value['value'] === 'string' ? [value['value']] : [];
    case 'ConditionalExpression':
      return [...literals(value['consequent']), ...literals(value['alternate'])];
    case 'LogicalExpression':
      return [...literals(value['left']), ...literals(value['right'])];
    case 'TSAsExpression':
    case 'ParenthesizedExpression':
      return literals(value['expression']);
    case 'TemplateLiteral':
      throw new Error('A text for the catalog is a plain string: a template cannot be looked up');
    default:
      return [];
  }
}
