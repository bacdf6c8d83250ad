import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ledgerEntry, type LedgerEntryInput } from './ledger-entry.ts';
import { type LedgerRow, postOrder } from './post-order.ts';

const hour = (n: number) => Date.parse('2026-11-20T00:00:00Z') + n * 3_600_000;

let seq = 0;
function row(entry: Partial<LedgerEntryInput>, event: number | null = null, bot = ''): LedgerRow {
  seq += 1;
  const defaults = {
    id: `e${seq}`,
    kind: 'sale',
    order: '1001',
    at: hour(seq),
    currency: 'EUR',
    source: 'server',
  };
  return { seq, event, bot, entry: ledgerEntry.parse({ ...defaults, ...entry }) };
}
const pots = (quantity: number, gross: number, discount = 0) => ({
  product: 'pot',
  name: '',
  quantity,
  gross,
  discount,
});
const lid = { product: 'lid', name: '', quantity: 1, gross: 450 };
const sale = (entry: Partial<LedgerEntryInput> = {}, event: number | null = null, bot = '') =>
  row({ gross: 4450, discount: 400, lines: [pots(2, 4000, 400), lid], ...entry }, event, bot);
const fromBrowser = { source: 'browser' } as const;

describe('the first sale', () => {
  test('makes the order, further ones add to it', () => {
    const postings = postOrder([sale(), sale({ gross: 100, discount: 0, lines: [{ ...lid, gross: 100 }] })]);
    expect(postings.map(({ isOrder }) => isOrder)).toEqual([true, false]);
    expect(postings.map(({ units }) => units)).toEqual([3, 1]);
    expect(postings.flatMap(({ lines }) => lines.map(({ product, isOrder }) => [product, isOrder]))).toEqual([
      ['pot', true],
      ['lid', true],
      ['lid', false],
    ]);
  });

  test('is the only one that counts of a browser’s', () => {
    const first = sale(fromBrowser, 7);
    expect(postOrder([sale({ ...fromBrowser, at: hour(99) }, 8), first]).map((p) => p.seq)).toEqual([
      first.seq,
    ]);
  });

  test('by the shop takes the place of the browser’s, whichever came first, but not of its visit', () => {
    const browser = sale({ ...fromBrowser, at: hour(1) }, 7);
    const server = sale({ at: hour(2), gross: 9000 });
    for (const rows of [
      [browser, server],
      [server, browser],
    ]) {
      expect(postOrder(rows)).toMatchObject([{ seq: server.seq, isOrder: true, attributedTo: { event: 7 } }]);
    }
  });

  test('of a robot is a person’s once the shop confirms it', () => {
    const robot = sale(fromBrowser, 7, 'headless');
    expect(postOrder([robot])).toMatchObject([{ bot: 'headless' }]);
    expect(postOrder([robot, sale()])).toMatchObject([{ bot: '' }]);
  });

  test('of a robot is a person’s, and so are its refunds, once anybody else says anything about the order', () => {
    const robot = sale(fromBrowser, 7, 'headless');
    const refund = row({ ...fromBrowser, kind: 'refund', gives: 'order' }, 8, 'headless');
    expect(postOrder([robot, refund]).map(({ bot }) => bot)).toEqual(['headless', 'headless']);
    const byShop = row({ kind: 'refund', gives: 'order' });
    expect(postOrder([robot, byShop]).map(({ bot }) => bot)).toEqual(['', '']);
    const byPerson = row({ ...fromBrowser, kind: 'refund', gives: 'order' }, 9);
    expect(postOrder([robot, byPerson]).map(({ bot }) => bot)).toEqual(['', '']);
  });
});

describe('what is given away', () => {
  test('is no unit sold', () => {
    const gift = { product: 'card', name: '', quantity: 5, gross: 0 };
    const writtenOff = { product: 'pot', name: '', quantity: -3, gross: 0 };
    expect(postOrder([sale({ lines: [pots(2, 4450, 400), gift, writtenOff] })])).toMatchObject([
      { units: 2 },
    ]);
  });
});

describe('a refund', () => {
  test('counts at its own time, for the order’s visit and country', () => {
    const [, refund] = postOrder([
      sale({ country: 'AT' }),
      sale(fromBrowser, 7),
      row({ kind: 'refund', returns: 500, at: hour(48) }),
    ]);
    expect(refund).toMatchObject({ returns: 500, attributedTo: { event: 7 }, country: 'AT', isOrder: false });
    expect(refund?.entry.at).toBe(hour(48));
  });

  test('has the order’s country where its own is empty', () => {
    const refund = row({ kind: 'refund', returns: 500, country: '' });
    expect(postOrder([sale({ country: 'AT' }), refund]).map(({ country }) => country)).toEqual(['AT', 'AT']);
  });

  test('may be there before its sale, and alone', () => {
    const refund = row({ kind: 'refund', returns: 500, at: hour(0) });
    expect(postOrder([refund])).toMatchObject([{ returns: 500, isOrder: false }]);
    expect(postOrder([refund, sale()]).map(({ isOrder, returns }) => [isOrder, returns])).toEqual([
      [true, 0],
      [false, 500],
    ]);
  });

  test('of the order gives back what is left of it', () => {
    const part = row({ kind: 'refund', returns: 1800, lines: [pots(-1, -2000, -200)] });
    const rest = row({ kind: 'refund', gives: 'order' });
    const again = row({ kind: 'refund', gives: 'order' });
    const postings = postOrder([sale(), part, rest, again]);
    expect(postings.map(({ returns }) => returns)).toEqual([0, 1800, 2250, 0]);
    expect(postings[2]?.lines.map(({ product, returns }) => [product, returns])).toEqual([
      ['pot', 1800],
      ['lid', 450],
    ]);
  });

  test('of an order without lines gives back its value', () => {
    const postings = postOrder([
      sale({ gross: 4030, discount: 0, lines: [] }),
      row({ kind: 'refund', gives: 'order' }),
    ]);
    expect(postings[1]).toMatchObject({ returns: 4030, lines: [{ product: '', returns: 4030 }] });
  });

  test('of products gives back what they were sold for, to the last cent', () => {
    const three = sale({ gross: 1000, discount: 0, lines: [pots(3, 1000)] });
    const one = () => row({ kind: 'refund', gives: 'lines', lines: [pots(-1, 0)] });
    expect(postOrder([three, one(), one(), one()]).map(({ returns }) => returns)).toEqual([0, 333, 334, 333]);
  });

  test('of products gives back half a cent more, where it is exactly half a cent', () => {
    const ten = sale({ gross: 45, discount: 0, lines: [pots(10, 45)] });
    const seven = row({ kind: 'refund', gives: 'lines', lines: [pots(-7, 0)] });
    expect(postOrder([ten, seven]).map(({ returns }) => returns)).toEqual([0, 32]);
  });

  test('by the shop takes the place of the browser’s', () => {
    const browser = row({ ...fromBrowser, kind: 'refund', gives: 'order' });
    const server = row({ kind: 'cancellation', returns: 500 });
    expect(postOrder([sale(), browser, server]).map(({ returns }) => returns)).toEqual([0, 500]);
  });
});

const told = (number: number, gross: number) => row({ gross, version: { of: 'sale', number } });

describe('a shop that tells an order again when it changes', () => {
  test('is believed the newest version, in whatever order they come', () => {
    const [first, second] = [told(1, 1000), told(2, 1500)];
    for (const rows of [
      [first, second],
      [second, first],
    ]) {
      expect(postOrder(rows).map(({ entry }) => entry.gross)).toEqual([1500]);
    }
  });

  test('may have told other things that have no version', () => {
    const refund = row({ kind: 'refund', returns: 200 });
    expect(postOrder([told(1, 1000), refund, told(2, 1500)])).toHaveLength(2);
  });

  test('counts nothing of an order that it deleted', () => {
    expect(postOrder([sale(fromBrowser, 640), told(1, 1000), row({ kind: 'deletion' })])).toEqual([]);
  });
});

test('an adjustment counts by its product', () => {
  const adjustment = row({
    kind: 'adjustment',
    adjustment: -1106,
    lines: [{ ...lid, product: 'B', gross: -1106 }],
  });
  expect(postOrder([adjustment])[0]?.lines).toMatchObject([{ product: 'B', adjustment: -1106, gross: 0 }]);
});

test('an adjustment gives nothing back, whatever it says of that', () => {
  const [, adjustment] = postOrder([sale(), row({ kind: 'adjustment', adjustment: -100, gives: 'order' })]);
  expect(adjustment).toMatchObject({ returns: 0, lines: [{ product: '', adjustment: -100, returns: 0 }] });
});

test('lines always add up to what the entries say, in whatever order they are known', () => {
  const line = fc.record({
    product: fc.constantFrom('pot', 'lid', 'jar'),
    name: fc.constant(''),
    quantity: fc.integer({ min: -3, max: 5 }),
    gross: fc.integer({ min: -500, max: 5000 }),
    discount: fc.integer({ min: 0, max: 300 }),
  });
  const entry = fc.record({
    kind: fc.constantFrom('sale', 'refund', 'cancellation', 'adjustment'),
    version: fc.option(fc.record({ of: fc.constantFrom('a', 'b'), number: fc.nat(2) }), {
      nil: undefined,
      freq: 3,
    }),
    source: fc.constantFrom('browser', 'server', 'import'),
    gives: fc.constantFrom('amounts', 'lines', 'order'),
    at: fc.integer({ min: 0, max: 5 }).map(hour),
    gross: fc.integer({ min: 0, max: 9000 }),
    discount: fc.integer({ min: 0, max: 900 }),
    returns: fc.integer({ min: 0, max: 900 }),
    adjustment: fc.integer({ min: -900, max: 900 }),
    lines: fc.array(line, { maxLength: 4 }),
  });
  const rows = fc
    .array(entry, { maxLength: 6 })
    .map((entries) => entries.map((one) => row(one as Partial<LedgerEntryInput>)));
  fc.assert(
    fc.property(
      rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        const postings = postOrder(all);
        expect(postOrder(shuffled)).toEqual(postings);
        for (const { entry: said, returns, lines } of postings) {
          const sum = (field: 'gross' | 'discount' | 'returns' | 'adjustment') =>
            lines.reduce((total, of) => total + of[field], 0);
          expect([sum('gross'), sum('discount'), sum('adjustment'), sum('returns')]).toEqual([
            said.gross,
            said.discount,
            said.adjustment,
            returns,
          ]);
        }
        expect(postings.filter(({ isOrder }) => isOrder).length).toBeLessThanOrEqual(1);
      },
    ),
  );
});
