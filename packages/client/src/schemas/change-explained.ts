import { CHANGE_DIMENSIONS } from '@layerkick/stats/change/explain-change';
import { FACTORS } from '@layerkick/stats/change/factors';
import { z } from 'zod';

const money = z.int().meta({ description: 'Minor units of the store’s currency.' });

const part = z.object({
  value: z
    .string()
    .nullable()
    .meta({ description: 'Of the dimension; null for all that are not told one by one.' }),
  label: z.string().optional().meta({ description: 'How to show it where that differs from the value.' }),
  before: z
    .number()
    .nullable()
    .meta({ description: 'The part’s own value of the factor; null where it is not known.' }),
  after: z.number().nullable(),
  effect: money,
});

const factor = z.object({
  factor: z.enum(FACTORS),
  before: z
    .number()
    .nullable()
    .meta({ description: 'Sessions, orders per session, or minor units per order and of corrections.' }),
  after: z.number().nullable(),
  effect: money,
  parts: z
    .partialRecord(z.enum(CHANGE_DIMENSIONS), z.array(part))
    .meta({ description: 'By dimension; the parts of each add up to `effect`.' }),
});

/** A `ChangeExplained` of `@layerkick/stats/change/explain-change` as JSON. */
export const changeExplained = z
  .object({
    before: money,
    after: money,
    change: money,
    factors: z.array(factor).meta({ description: 'Their effects add up to `change`.' }),
  })
  .meta({ id: 'ChangeExplained' });
