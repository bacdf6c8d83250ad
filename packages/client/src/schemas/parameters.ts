import { z } from 'zod';

/** Values of an address, which arrive as text. */
export const wholeParameter = z
  .string()
  .regex(/^\d{1,15}$/, 'not a whole number')
  .transform(Number);

export const botsParameter = z
  .enum(['true', 'false'])
  .transform((word) => word === 'true')
  .meta({ description: 'Count what was classified as automated, too.' });

/** Of a table that is exported. */
export const formatParameter = z
  .enum(['csv', 'ndjson'])
  .optional()
  .meta({ description: '`csv` where left out.' });
export const tableAnswer = {
  kind: 'stream',
  status: 200,
  mediaTypes: ['text/csv', 'application/x-ndjson'],
} as const;
