import { expect, test } from 'vitest';
import { goOn } from './go-on.ts';

test('a link made for an older state changes only what it is about', () => {
  const asked = { period: '7d', country: 'DE' } as const;
  expect(goOn({ ...asked, metric: 'orders' }, asked, { ...asked, channel: 'Email' })).toEqual({
    period: '7d',
    country: 'DE',
    metric: 'orders',
    channel: 'Email',
  });
});

test('what a link takes away is taken away', () => {
  const asked = { country: ['DE', 'AT'], show: 'sources' } as const;
  const next = goOn({ country: ['DE', 'AT'], show: 'sources' }, { ...asked, country: ['DE', 'AT'] }, {});
  expect(next).toEqual({ country: undefined, show: undefined });
});
