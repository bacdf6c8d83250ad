import * as fc from 'fast-check';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Texts that have broken something somewhere: SQL, markup, paths, formats, scripts, lone surrogates, control characters. */
const NOTORIOUS = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e\u2066',
  '💥'.repeat(200),
  'a'.repeat(100_000),
  "'; DROP TABLE store; --",
  '" OR 1=1 --',
  '<script>alert(1)</script>',
  '{{constructor.constructor("return this")()}}',
  '${7*7}',
  '%00%0d%0aSet-Cookie:%20a=b',
  '../../../../etc/passwd',
  '=cmd|calc!A1',
  'NaN',
  'Infinity',
  '1e400',
  '-0',
  '0x10',
  '９９',
  '1,5',
  '2026-02-30',
  '+275760-09-13T00:00:00.001Z',
  'http://[::1]:99999/',
  'javascript:alert(1)',
  'https://user:password@shop.example:0/\\..',
  '__proto__',
  'constructor',
];

const NUMBERS = [
  Number.MAX_SAFE_INTEGER + 1,
  -Number.MAX_SAFE_INTEGER - 1,
  Number.MAX_VALUE,
  Number.MIN_VALUE,
  8.64e15 + 1,
  -1,
  0.1 + 0.2,
  1e21,
];

/** What stands where something else should. */
const leaf: fc.Arbitrary<Json> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Json>(...NOTORIOUS) },
  { weight: 2, arbitrary: fc.constantFrom<Json>(...NUMBERS) },
  { weight: 2, arbitrary: fc.constantFrom<Json>(null, true, false, [], {}, [[]], [null]) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  // fast-check's own JSON, which its types know as unknown.
  { weight: 2, arbitrary: fc.json({ maxDepth: 3 }).map((text) => JSON.parse(text) as Json) },
  { weight: 1, arbitrary: fc.constant<Json>(Array.from({ length: 5_000 }, () => 0)) },
);

/** Words for places where only text can stand. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...NOTORIOUS),
  fc.string({ unit: 'binary', maxLength: 500 }),
);

/** `seed` with some of what is in it replaced, left out or added. */
export function mutated(seed: unknown): fc.Arbitrary<unknown> {
  return fc
    .array(fc.tuple(fc.nat(), fc.constantFrom('replace', 'drop', 'add', 'wrap'), leaf), {
      minLength: 1,
      maxLength: 3,
    })
    .map((changes) => {
      const copy = { root: structuredClone(seed) };
      // A copy of each value, too: the next change may be inside it.
      for (const [at, how, value] of changes) change(copy, at, how, structuredClone(value));
      return copy.root;
    });
}

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function change(root: { root: unknown }, at: number, how: string, value: unknown): void {
  const places = placesIn({ holder: root, key: 'root' });
  const place = places[at % places.length];
  if (!place) return;
  const { holder, key } = place;
  if (how === 'replace') holder[key] = value;
  else if (how === 'wrap') holder[key] = [holder[key], value];
  else if (how === 'drop') Reflect.deleteProperty(holder, key);
  else
    Object.defineProperty(holder, at % 2 === 0 ? '__proto__' : 'extra', {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

function placesIn(place: Place): Place[] {
  const inside = place.holder[place.key];
  if (typeof inside !== 'object' || inside === null) return [place];
  // An array's indexes are keys as well.
  const holder = inside as Record<string, unknown>;
  return [place, ...Object.keys(holder).flatMap((key) => placesIn({ holder, key }))];
}

/** `text` as somebody might have cut, doubled or overwritten it on the way. */
export function damaged(text: fc.Arbitrary<string>): fc.Arbitrary<Buffer> {
  return fc
    .tuple(text, fc.nat(), fc.nat(200), fc.uint8Array({ maxLength: 20 }))
    .map(([whole, at, length, bytes]) => {
      const buffer = Buffer.from(whole);
      const from = at % (buffer.length + 1);
      return Buffer.concat([buffer.subarray(0, from), bytes, buffer.subarray(from + length)]);
    });
}

/** Deeper than a careless reader follows. */
export const deep: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('[', '{"a":'), fc.integer({ min: 100, max: 15_000 }))
  .map(([open, depth]) => open.repeat(depth));
