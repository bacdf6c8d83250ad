import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { log } from './log.server.ts';

function logged(write: () => void): unknown {
  const lines: string[] = [];
  const spy = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  write();
  spy.mockRestore();
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '');
}

test('a line is JSON, whatever is told', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('"', '\\', '\n', 'a"b', '</script>', '${x}', 'user_01', '/stats/$hash', ''),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
  );
  fc.assert(
    fc.property(value, value, (one, other) => {
      const told = { level: 'info', event: 'it_happened', requestId: 'request-1', one, other };
      expect(logged(() => log.info('it_happened', { one, other }, 'request-1'))).toEqual(
        JSON.parse(JSON.stringify(told)),
      );
    }),
  );
});

test('outside of a request a line says so', () => {
  expect(logged(() => log.info('it_happened'))).toEqual({
    level: 'info',
    event: 'it_happened',
    requestId: 'none',
  });
});
