import { createServerFn } from '@tanstack/react-start';
import { arrivalInRequest, installOfRequest, verifyInRequest } from './install-in-request.server.ts';
import { pageToVerify, storeToInstall } from './install.schema.ts';

/** What a shop has to include, and whether anything has arrived yet. */
export const loadInstall = createServerFn({ method: 'GET' })
  .validator(storeToInstall)
  .handler(({ data }) => installOfRequest(data.slug));

/** Fetches a page of the shop and says what is right and wrong with it. */
export const verifyPage = createServerFn({ method: 'POST' })
  .validator(pageToVerify)
  .handler(({ data }) => verifyInRequest(data));

/** Whether anything has arrived. */
export const checkArrival = createServerFn({ method: 'GET' })
  .validator(storeToInstall)
  .handler(({ data }) => arrivalInRequest(data.slug));
