import { createServerFn } from '@tanstack/react-start';
import {
  connectInRequest,
  disconnectInRequest,
  replayInRequest,
  sourcesOfRequest,
} from './sources-in-request.server.ts';
import { sourceOfStore, sourceToConnect, storeOfSources } from './sources.schema.ts';

/** Which platforms tell a store's orders, and what they delivered last. */
export const loadSources = createServerFn({ method: 'GET' })
  .validator(storeOfSources)
  .handler(({ data }) => sourcesOfRequest(data.slug));

/** Connects a platform; a secret that is made for it is in this answer and nowhere else. */
export const connect = createServerFn({ method: 'POST' })
  .validator(sourceToConnect)
  .handler(({ data }) => connectInRequest(data));

/** From the answer on, the platform's deliveries are refused. */
export const disconnect = createServerFn({ method: 'POST' })
  .validator(sourceOfStore)
  .handler(({ data }) => disconnectInRequest(data.slug, data.platform));

/** Tries deliveries again that could not be counted. */
export const replay = createServerFn({ method: 'POST' })
  .validator(storeOfSources)
  .handler(({ data }) => replayInRequest(data.slug));
