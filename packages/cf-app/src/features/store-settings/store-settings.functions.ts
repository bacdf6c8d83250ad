import { createServerFn } from '@tanstack/react-start';
import { currencyOf, settingsOf, storeToEdit, timeZoneOf } from './store-settings.schema.ts';
import {
  countInRequest,
  editInRequest,
  moveInRequest,
  progressInRequest,
  settingsInRequest,
} from './store-settings.server.ts';

/** Everything that whoever manages a store sees and changes of it. */
export const loadStoreSettings = createServerFn({ method: 'GET' })
  .validator(settingsOf)
  .handler(({ data }) => settingsInRequest(data.slug));

export const saveStore = createServerFn({ method: 'POST' })
  .validator(storeToEdit)
  .handler(({ data }) => editInRequest(data));

export const moveStore = createServerFn({ method: 'POST' })
  .validator(timeZoneOf)
  .handler(({ data }) => moveInRequest(data.slug, data.timeZone));

export const countStoreIn = createServerFn({ method: 'POST' })
  .validator(currencyOf)
  .handler(({ data }) => countInRequest(data.slug, data.currency));

/** How far a rebuild is. */
export const loadOwnRebuild = createServerFn({ method: 'GET' })
  .validator(settingsOf)
  .handler(({ data }) => progressInRequest(data.slug));
