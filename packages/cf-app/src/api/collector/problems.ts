import { MAX_BATCH_BYTES } from '@layerkick/stats/event';
import type { Problem } from '../problem.ts';

export const TOO_LARGE: Problem = {
  status: 413,
  code: 'batch_too_large',
  title: `A batch may have ${MAX_BATCH_BYTES} bytes`,
};
export const LIMITED: Problem = {
  status: 429,
  code: 'rate_limited',
  title: 'Too many batches from one address',
};
export const BUSY: Problem = {
  status: 503,
  code: 'store_busy',
  title: 'More comes for the store than it can take',
};
export const STORE_UNKNOWN: Problem = { status: 404, code: 'store_unknown', title: 'There is no such store' };
export const ORIGIN_REFUSED: Problem = {
  status: 403,
  code: 'origin_not_allowed',
  title: 'This site may not send events for this store',
  detail: 'Add its host name to the store’s domains.',
};
export const UNAVAILABLE: Problem = {
  status: 503,
  code: 'store_unavailable',
  title: 'The store cannot take events right now',
};
export const METHOD_REFUSED: Problem = {
  status: 405,
  code: 'method_not_allowed',
  title: 'Send events with POST',
};
