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

test('a panel filtered to several values compares them', () => {
  expect(breakdownOf('sources', { channel: ['Email', 'Direct'] }).dimension).toBe('channel');
  expect(breakdownOf('devices', { device: ['Mobile', 'Tablet'] }).dimension).toBe('device');
});

test('a chosen tab stays chosen', () => {
  expect(breakdownOf('sources', { channel: 'Email', sources: 'channel' }).dimension).toBe('channel');
});

test('a tab chosen among places leads to it, and one country opens its regions', () => {
  expect(breakdownOf('countries', {}).dimension).toBe('country');
  expect(breakdownOf('countries', { country: 'DE' }).dimension).toBe('region');
  expect(breakdownOf('countries', { country: ['DE', 'AT'] }).dimension).toBe('country');
  expect(breakdownOf('countries', { countries: 'city' }).dimension).toBe('city');
  expect(tabsOf('countries', { countries: 'city' }).find((tab) => tab.current)?.label).toBe('City');
});
