import { storeSlug } from '@layerkick/stats/store';
import { Hono } from 'hono';
import { z } from 'zod';
import { beginDeletion, continueDeletion, placesOf } from '../../features/stores/deletion.server.ts';
import { findDeletion } from '../../features/stores/deletion-record.server.ts';
import { problemResponse } from '../problem.ts';
import { operatorChange } from './change.ts';
import { parseBody } from './parse-body.ts';
import { storeUnknown } from './store-unknown.ts';

/** Deleting a store, for operators. */
export const deleteRoute = new Hono<{ Bindings: Env }>();

/** Whether a deletion of the store has begun and is not over: `{ step }`, else 404. */
deleteRoute.get('/:slug/deletion', async (c) => {
  const deletion = await findDeletion(c.env.DB, c.req.param('slug'));
  return deletion ? c.json({ step: deletion.step }) : storeUnknown(c.req.param('slug'));
});

const confirmation = z.strictObject({ slug: storeSlug });

/**
 * `{ slug }`, once more, as the body. Does a piece of the work and answers `{ receipt }`, null until all is done: to be
 * called again until then.
 */
deleteRoute.post('/:slug/deletion', async (c) => {
  const slug = c.req.param('slug');
  const body = await parseBody(c.req.raw, confirmation);
  if (!body.ok) return body.response;
  if (body.value.slug !== slug) {
    return problemResponse({
      status: 400,
      code: 'slug_not_confirmed',
      title: 'The store to delete is not the one that was confirmed',
    });
  }
  if (!(await beginDeletion(c.env.DB, slug, operatorChange()))) return storeUnknown(slug);
  return c.json({ receipt: await continueDeletion(placesOf(c.env), slug, operatorChange()) });
});
