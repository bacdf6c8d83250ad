import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';

// As it is written, in a browser: no imitation has selection, focus and fields as browsers do.
const SOURCE = resolve(import.meta.dirname, '../../../cf-app/src/features/stats/fragments/morph.ts');
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  const code = stripTypeScriptTypes(await readFile(SOURCE, 'utf8'));
  await page.addScriptTag({ type: 'module', content: `${code}\nwindow.morph = morph;` });
});
afterAll(() => browser.close());

/**
 * What `is` makes of `was`: the HTML afterwards, and which elements of before are in it yet, by `data-was`, which `was` gives them.
 * `meanwhile` runs in the page between the two, with `root` at hand; `told` is evaluated afterwards and told as it is.
 */
async function morphed(was: string, is: string, { meanwhile = '', told = 'null' } = {}) {
  const run = `(() => {
    const root = document.createElement('div');
    document.body.replaceChildren(root);
    root.innerHTML = ${JSON.stringify(was)};
    const before = new Map([...root.querySelectorAll('[data-was]')].map((one) => [one.dataset.was, one]));
    for (const one of before.values()) delete one.dataset.was;
    ${meanwhile};
    const template = document.createElement('template');
    template.innerHTML = ${JSON.stringify(is)};
    window.morph(root, template.content);
    const kept = [...before].filter(([, one]) => root.contains(one)).map(([name, one]) => name + ': ' + one.textContent);
    return { html: root.innerHTML, kept, told: ${told} };
  })()`;
  return page.evaluate(run) as Promise<{ html: string; kept: string[]; told: unknown }>;
}

const ROW = (name: string, value: number, was = '') =>
  `<p data-row="${name}"${was && ` data-was="${was}"`}>${value}</p>`;

test.each([
  ['more', '<b>1</b>', '<b>1</b><i>2</i>text'],
  ['less', '<b>1</b><i>2</i>text', '<b>1</b>'],
  ['nothing', '<b>1</b>text', ''],
  ['something out of nothing', '', '<b>1</b>'],
  ['text for an element', '<b>1</b>', 'text'],
  ['an element for text', 'text', '<b>1</b>'],
  ['other attributes', '<b class="up" title="x">1</b>', '<b class="down" lang="de">1</b>'],
  [
    'deeper ones',
    '<ul><li><a href="?a">A</a></li></ul>',
    '<ul><li><a href="?b">B</a><i></i></li><li>C</li></ul>',
  ],
  [
    'a picture',
    '<svg><path d="M0 0"></path></svg>',
    '<svg viewBox="0 0 1 1"><path d="M1 1"></path><g></g></svg>',
  ],
  ['rows in another order', ROW('a', 1) + ROW('b', 2) + ROW('c', 3), ROW('c', 1) + ROW('a', 2) + ROW('b', 3)],
  ['rows that come and go', ROW('a', 1) + ROW('b', 2), ROW('x', 1) + ROW('b', 2) + ROW('y', 3)],
  [
    'rows before what is none',
    `${ROW('a', 1)}<footer>1</footer>`,
    `${ROW('b', 1)}${ROW('a', 2)}<footer>2</footer>`,
  ],
  ['a comment', '<!--a--><b>1</b>', '<b>2</b><!--b-->'],
])('the document says what was sent: %s', async (_, was, is) => {
  expect((await morphed(was, is)).html).toBe(is);
});

test('what has not moved stays in the document, and so does a row wherever it has moved', async () => {
  const was = `<h2 data-was="heading">Old</h2>${ROW('a', 1, 'a')}${ROW('b', 2, 'b')}${ROW('c', 3, 'c')}`;
  const { kept } = await morphed(was, `<h2>New</h2>${ROW('c', 30)}${ROW('x', 25)}${ROW('a', 10)}`);
  expect(kept).toEqual(['heading: New', 'a: 10', 'c: 30']);
});

test('what stands under rows stays in the document, however many rows there are', async () => {
  const { kept, html } = await morphed(
    `${ROW('a', 1)}${ROW('b', 2)}<p data-was="others">3</p>`,
    `${ROW('x', 1)}<p>30</p>`,
  );
  expect([kept, html]).toEqual([['others: 30'], `${ROW('x', 1)}<p>30</p>`]);
});

test.each(['id', 'data-panel', 'data-row'])('nothing becomes what another %s stands for', async (name) => {
  const { kept, html } = await morphed(`<p ${name}="a" data-was="a">1</p>`, `<p ${name}="b">2</p>`);
  expect([kept, html]).toEqual([[], `<p ${name}="b">2</p>`]);
});

test('nothing that is already there is written again: browsers would draw it again', async () => {
  const same = `<p class="a">1 <b>2</b></p>${ROW('a', 1)}`;
  const { told } = await morphed(same, same, {
    meanwhile: `const seen = new MutationObserver(() => {});
      seen.observe(root, { subtree: true, childList: true, attributes: true, characterData: true })`,
    told: 'seen.takeRecords().length',
  });
  expect(told).toBe(0);
});

test('what is selected stays selected while the figures beside it change', async () => {
  const { told } = await morphed('<p id="name">Germany</p><p>1</p>', '<p id="name">Germany</p><p>2</p>', {
    meanwhile: `getSelection().selectAllChildren(root.querySelector('#name'))`,
    told: 'getSelection().toString()',
  });
  expect(told).toBe('Germany');
});

const FIELDS = (value: string) => `<input id="typed" value="${value}"><input id="other" value="${value}">`;

test('a field keeps what is being typed in it, and any other gets what was sent', async () => {
  const { told } = await morphed(FIELDS('a'), FIELDS('b'), {
    meanwhile: `const [typed, other] = root.querySelectorAll('input');
      typed.value = 'ab'; other.value = 'ax'; typed.focus()`,
    told: `[...root.querySelectorAll('input')].map((one) => [one.value, one === document.activeElement])`,
  });
  expect(told).toEqual([
    ['ab', true],
    ['b', false],
  ]);
});
