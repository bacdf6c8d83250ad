import { createRequire } from 'node:module';
import { z } from 'zod';

const require = createRequire(import.meta.url);
const { default: path, version } = z
  .object({ default: z.string(), version: z.string() })
  // The package has no types.
  .parse(require('workerd'));

/** Of the workerd that wrangler runs: one version, measured and developed with. */
export const WORKERD = { path, version } as const;
