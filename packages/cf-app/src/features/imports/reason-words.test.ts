import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { catalog } from '#/features/i18n/de.ts';
import { translator } from '#/features/i18n/translate.ts';
import { reasonWords } from './reason-words.ts';
import { dayOf } from './visits/visits-export.ts';

const german = translator('de', catalog);
const folder = fileURLToPath(import.meta.resolve('./'));

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesIn(one);
  if (!isNode(value)) return;
  yield value;
  for (const child of Object.values(value)) if (typeof child === 'object') yield* nodesIn(child);
}

const named = (node: unknown, ...names: string[]): boolean =>
  isNode(node) && node.type === 'Identifier' && names.includes(String(node['name']));

/** What a row's reason or remark is made from: `reason: …`, `unused.add(…)`, and whatever `remarkOn` returns. */
function reasonsIn(program: unknown): unknown[] {
  return [...nodesIn(program)].flatMap((node) => {
    if (node.type === 'Property' && named(node['key'], 'reason')) return [node['value']];
    if (node.type === 'FunctionDeclaration' && named(node['id'], 'remarkOn')) {
      const returns = [...nodesIn(node['body'])].filter(({ type }) => type === 'ReturnStatement');
      return returns.flatMap((one) => [...nodesIn(one['argument'])]);
    }
    const { callee, arguments: given } = node;
    if (node.type !== 'CallExpression' || !isNode(callee) || !Array.isArray(given)) return [];
    if (!named(callee['property'], 'add')) return [];
    const owner = callee['object'];
    const name = isNode(owner) && owner.type === 'MemberExpression' ? owner['property'] : owner;
    return named(name, 'unused', 'remarks') ? [given[0]] : [];
  });
}

/** The text of a literal, with something in the place of what is filled in; nothing for what was made elsewhere. */
function textOf(node: unknown): string[] {
  if (!isNode(node)) return [];
  const { value, quasis } = node;
  if (node.type === 'Literal') return typeof value === 'string' && value.includes(' ') ? [value] : [];
  if (node.type !== 'TemplateLiteral' || !Array.isArray(quasis)) return [];
  const parts = quasis.map((part: { readonly value: { readonly cooked: string } }) => part.value.cooked);
  return [parts.join('Total')];
}

const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(?<!\.test)\.ts$/.test(name))
  .flatMap((name) => reasonsIn(parseSync(name, readFileSync(join(folder, name), 'utf8')).program))
  .flatMap(textOf);
/** What schemas say: below. */
const OF_SCHEMAS = new Set(['Total is Total', 'Total: Total']);

test('every reason and remark of the sources is said in German', () => {
  expect(texts.length).toBeGreaterThan(20);
  const english = texts.filter((text) => !OF_SCHEMAS.has(text) && reasonWords(text, german) === text);
  expect(english).toEqual([]);
});

test('what is wrong with a cell is, too', () => {
  const cells = readFileSync(join(folder, 'orders/platform-cells.ts'), 'utf8');
  const problems = [...cells.matchAll(/, '((?:not|empty)[^']*)'\)/g)].map(
    ([, problem]) => `Total is ${problem}`,
  );
  expect(problems).toHaveLength(5);
  expect(problems.filter((problem) => reasonWords(problem, german) === problem)).toEqual([]);
});

test('what a schema says of a day or an order is, too', () => {
  const day = { day: '2026-02-30', from: 'ga4', visitors: null, sessions: 1, pageViews: 1, bounces: 0 };
  const reading = dayOf(day);
  expect(reading.ok ? '' : reasonWords(reading.reason, german)).toBe('day: diesen Tag gibt es nicht');
  const reason = 'lines.0.name: Too big: expected string to have <=500 characters';
  expect(reasonWords(`its order cannot be recorded: ${reason}`, german)).toBe(
    'die Bestellung kann nicht aufgenommen werden: lines.0.name: zu lang: erwartet wird string mit <=500 characters',
  );
});

test('an unknown reason stays as it is', () => {
  expect(reasonWords('something else', german)).toBe('something else');
});
