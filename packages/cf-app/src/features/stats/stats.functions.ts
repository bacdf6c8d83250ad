import { createServerFn } from '@tanstack/react-start';
import { DIMENSIONS } from '@layerkick/stats/dimensions';
import { z } from 'zod';
import { knownValues } from './filters/known-values.server.ts';
import { chooseCardsInRequest } from './cards/choose-cards.server.ts';
import { cardChoice } from './cards/card-choice.schema.ts';
import { sheetOf } from './sheet/sheet.server.tsx';
import { reportOf } from './stats.server.tsx';

const asked = z.object({ slug: z.string(), search: z.record(z.string(), z.unknown()) });

/** The figures of one store for one state of the page's URL. */
export const loadStats = createServerFn({ method: 'GET' })
  .validator(asked)
  .handler(({ data }) => reportOf(data.slug, data.search));

/** The values that a filter of the page may be about. */
export const loadValues = createServerFn({ method: 'GET' })
  .validator(asked.extend({ dimension: z.enum(DIMENSIONS) }))
  .handler(({ data }) => knownValues(data.slug, data.search, data.dimension));

/** What lies over the page, as HTML: all rows of a panel, or what a figure is made of. */
export const loadSheet = createServerFn({ method: 'GET' })
  .validator(asked)
  .handler(({ data }) => sheetOf(data.slug, data.search));

/** Remembers which figures somebody wants on the cards of a store. */
export const saveCards = createServerFn({ method: 'POST' })
  .validator(z.object({ slug: z.string(), cards: cardChoice }))
  .handler(({ data }) => chooseCardsInRequest(data.slug, data.cards));
