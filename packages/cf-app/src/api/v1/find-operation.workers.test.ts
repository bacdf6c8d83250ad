import { OPERATIONS } from '@layerkick/client/operations';
import { expect, test } from 'vitest';
import { findOperation } from './find-operation.ts';

test.each(Object.values(OPERATIONS))(
  '$method $path is found, with what stands in its fields',
  (operation) => {
    const path = operation.path.replaceAll(/\{\w+\}/g, 'a%20b');
    const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, 'a b']);
    expect(findOperation(operation.method, path)).toMatchObject({
      kind: 'operation',
      bound: { operation },
      params: Object.fromEntries(names),
    });
  },
);

test('HEAD is GET', () => {
  expect(findOperation('HEAD', '/me')).toMatchObject({ bound: { operation: OPERATIONS.showAccount } });
});

test('another method is told which there are', () => {
  expect(findOperation('DELETE', '/stores/gifts/stats')).toEqual({
    kind: 'other-method',
    allowed: ['GET', 'POST'],
  });
});

test.each(['', '/', '/me/', '/ME', '/stores//stats', '/stores/gifts/stats/', '/constructor', '/{slug}'])(
  '%s is nothing',
  (path) => {
    expect(findOperation('GET', path)).toEqual({ kind: 'nothing' });
  },
);

test('a field that cannot be decoded is what it is', () => {
  expect(findOperation('GET', '/stores/%ff/stats')).toMatchObject({ params: { slug: '%ff' } });
});
