import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { metricsDoc } from '../packages/stats/src/metrics-doc.ts';

/** Writes `docs/metrics.md` from the registry; a test says when it is due. */
writeFileSync(join(import.meta.dirname, '../docs/metrics.md'), metricsDoc());
