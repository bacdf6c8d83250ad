import { createServerFn } from '@tanstack/react-start';
import { tableSearch } from '../table/table-search.ts';
import {
  changeCurrencyInConsole,
  changeTimeZoneInConsole,
  createInConsole,
  editInConsole,
  rebuildInConsole,
  rebuildProgress,
} from './change-store.server.ts';
import { deleteInConsole } from './delete-store.server.ts';
import { choicesForOperators } from './organization-choices.server.ts';
import { storeForOperators } from './store-detail.server.ts';
import { storesForOperators } from './stores-page.server.ts';
import {
  currencyOfStore,
  oneStore,
  storeToCreate,
  storeToDelete,
  storeToEdit,
  timeZoneOfStore,
} from './stores.schema.ts';

/** One page of the table of stores. */
export const loadStores = createServerFn({ method: 'GET' })
  .validator(tableSearch)
  .handler(({ data }) => storesForOperators(data));

/** Everything about one store, its object's health included. */
export const loadStore = createServerFn({ method: 'GET' })
  .validator(oneStore)
  .handler(({ data }) => storeForOperators(data.slug));

/** The organizations that a new store can be given to. */
export const loadOrganizationChoices = createServerFn({ method: 'GET' }).handler(() => choicesForOperators());

export const createStore = createServerFn({ method: 'POST' })
  .validator(storeToCreate)
  .handler(({ data }) => createInConsole(data));

export const editStore = createServerFn({ method: 'POST' })
  .validator(storeToEdit)
  .handler(({ data }) => editInConsole(data.slug, data));

/** Figures are worked out anew on the days of the other zone. */
export const changeTimeZone = createServerFn({ method: 'POST' })
  .validator(timeZoneOfStore)
  .handler(({ data }) => changeTimeZoneInConsole(data.slug, data.timeZone));

export const changeCurrency = createServerFn({ method: 'POST' })
  .validator(currencyOfStore)
  .handler(({ data }) => changeCurrencyInConsole(data.slug, data.currency));

export const rebuildStore = createServerFn({ method: 'POST' })
  .validator(oneStore)
  .handler(({ data }) => rebuildInConsole(data.slug));

/** How far a rebuild is. */
export const loadRebuild = createServerFn({ method: 'GET' })
  .validator(oneStore)
  .handler(({ data }) => rebuildProgress(data.slug));

/** For good; asked again until the receipt is there. */
export const deleteStore = createServerFn({ method: 'POST' })
  .validator(storeToDelete)
  .handler(({ data }) => deleteInConsole(data));
