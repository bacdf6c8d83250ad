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
