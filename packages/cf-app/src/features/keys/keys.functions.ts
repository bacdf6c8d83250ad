import { createServerFn } from '@tanstack/react-start';
import { keyToRevoke, newKey } from './keys.schema.ts';
import { createKeyInRequest, keysOfRequest, revokeKeyInRequest } from './keys.server.ts';

/** The API keys of the organization that the person is in. */
export const loadKeys = createServerFn({ method: 'GET' }).handler(() => keysOfRequest());

/** Makes an API key; its value is in this answer and nowhere else. */
export const makeKey = createServerFn({ method: 'POST' })
  .validator(newKey)
  .handler(({ data }) => createKeyInRequest(data));

/** From the answer on, the key opens nothing. */
export const endKey = createServerFn({ method: 'POST' })
  .validator(keyToRevoke)
  .handler(({ data }) => revokeKeyInRequest(data.id));
