import { expect, test } from 'vitest';
import { breakdownOf, tabsOf } from './catalog.ts';

test('panels rank by money or by visits, as the chosen figure does', () => {
  expect(breakdownOf('sources', {}).rank).toBe('net_sales');
  expect(breakdownOf('sources', { metric: 'visitors' }).rank).toBe('sessions');
});

test('a panel filtered to one value opens one level down', () => {
  expect(breakdownOf('sources', {}).dimension).toBe('channel');
  expect(breakdownOf('sources', { channel: 'Email' }).dimension).toBe('source');
  expect(breakdownOf('sources', { channel: 'Email', source: 'klaviyo' }).dimension).toBe('campaign');
  expect(breakdownOf('devices', { device: 'Mobile' }).dimension).toBe('browser');
});

test('a chosen tab stays chosen', () => {
  expect(breakdownOf('sources', { channel: 'Email', sources: 'channel' }).dimension).toBe('channel');
});

test('the tab of products decides the order, and the column that stays where there is little room', () => {
  expect(breakdownOf('products', { products: 'gross_sales' })).toMatchObject({
    rank: 'gross_sales',
    roomy: ['product_views', 'net_sales'],
  });
  expect(tabsOf('products', {}).find((tab) => tab.current)?.label).toBe('Net sales');
});
