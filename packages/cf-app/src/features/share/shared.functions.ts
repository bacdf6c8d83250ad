import { createServerFn } from '@tanstack/react-start';
import { DIMENSIONS } from '@layerkick/stats/dimensions';
import { z } from 'zod';
import {
  sharedInRequest,
  sharedPanel,
  sharedReport,
  sharedSheet,
  sharedValues,
  unlockInRequest,
} from './shared-in-request.server.ts';
import { PANEL_IDS } from '#/features/stats/view/search.schema.ts';
import { shareToken } from './share.schema.ts';

const asked = z.object({ token: shareToken, search: z.record(z.string(), z.unknown()) });

/** What a link leads to, for anybody who has it. */
export const openShared = createServerFn({ method: 'GET' })
  .validator(z.object({ token: shareToken, embed: z.boolean() }))
  .handler(({ data }) => sharedInRequest(data.token, data.embed));

/** The figures behind a link for one state of the page's URL. */
export const loadShared = createServerFn({ method: 'GET' })
  .validator(asked.extend({ withPanels: z.boolean().default(true) }))
  .handler(({ data }) => sharedReport(data.token, data.search, data.withPanels));

/** One breakdown behind it. */
export const loadSharedPanel = createServerFn({ method: 'GET' })
  .validator(asked.extend({ panel: z.enum(PANEL_IDS) }))
  .handler(({ data }) => sharedPanel(data.token, data.search, data.panel));

export const loadSharedSheet = createServerFn({ method: 'GET' })
  .validator(asked)
  .handler(({ data }) => sharedSheet(data.token, data.search));

export const loadSharedValues = createServerFn({ method: 'GET' })
  .validator(asked.extend({ dimension: z.enum(DIMENSIONS) }))
  .handler(({ data }) => sharedValues(data.token, data.search, data.dimension));

/** Says a link's password. */
export const unlockShared = createServerFn({ method: 'POST' })
  .validator(z.object({ token: shareToken, password: z.string().max(200) }))
  .handler(({ data }) => unlockInRequest(data.token, data.password));
