import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { metricsDoc } from './metrics-doc.ts';

test('docs/metrics.md is what the registry says; if not: node scripts/write-metrics-doc.ts', () => {
  const file = join(import.meta.dirname, '../../../docs/metrics.md');
  expect(readFileSync(file, 'utf8')).toBe(metricsDoc());
});
