import { BOOKING_ORDERS } from '@layerkick/stats/bookings';
import { z } from 'zod';
import { answerCost, days, warnings } from './answer-parts.ts';

const minor = (description: string) => z.int().meta({ description: `${description}, minor units.` });

const booking = z
  .object({
    order: z.string().meta({ description: 'The shop’s id of the order.' }),
    isOrder: z
      .boolean()
      .meta({ description: 'False for returns, corrections and what was added to an order later.' }),
    at: z.number().meta({ description: 'Epoch ms.' }),
    currency: z.string().meta({ description: 'Of its amounts; ISO 4217.' }),
    units: z.number(),
    gross: minor('Price times quantity'),
    discounts: minor('What was taken off'),
    returns: minor('What was given back'),
    adjustments: minor('Corrections that belong to no order'),
    taxes: minor('Taxes and duties'),
    shipping: minor('Shipping'),
    channel: z.string().meta({ description: 'Of the visit that led to it; empty where none is known.' }),
    source: z.string(),
    device: z.string(),
    country: z.string(),
    city: z.string(),
    customer: z.enum(['', 'new', 'returning']).meta({
      description:
        'Whether it is its customer’s first order ever; empty where the shop does not say who ordered.',
    }),
    products: z.array(z.object({ product: z.string(), name: z.string(), units: z.number() })),
  })
  .meta({ id: 'Booking' });

/** A `BookingsAnswer` of `@layerkick/stats/bookings` as JSON. */
export const bookingsAnswer = z
  .object({
    query: z
      .object({
        kind: z.enum(['orders', 'all']),
        range: days,
        filters: z.array(z.unknown()),
        bots: z.boolean(),
        find: z.string(),
        orderBy: z.object({ field: z.enum(BOOKING_ORDERS), direction: z.enum(['asc', 'desc']) }),
        limit: z.int(),
        offset: z.int(),
        timeZone: z.string(),
        currency: z.string(),
      })
      .meta({ description: 'The question as it was executed: periods resolved to days.' }),
    count: z.int().meta({ description: 'Of all pages.' }),
    bookings: z.array(booking),
    ...answerCost,
    warnings,
  })
  .meta({ id: 'BookingsAnswer' });
