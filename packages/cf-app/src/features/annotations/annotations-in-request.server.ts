import type { AuthContext } from '@layerkick/auth/auth-context';
import { env } from 'cloudflare:workers';
import type { Denial } from '#/features/auth/person.ts';
import { atStore } from '#/features/store-settings/as-manager.server.ts';
import { requestId } from '#/lib/request-context.server.ts';
import { addAnnotation, annotationsOf, deleteAnnotation, editAnnotation } from './annotation-rows.server.ts';
import type { AnnotationEdit, NewAnnotation } from './annotation.schema.ts';
import type { Annotations, AnnotationSaved } from './annotations.ts';

type Saved = Exclude<AnnotationSaved, Denial>;

export function annotationsInRequest(slug: string): Promise<Annotations> {
  return atStore(slug, async ({ auth, store }) => {
    const by = whose(auth);
    const annotations = await annotationsOf(env.DB, store.slug);
    return {
      ok: true,
      annotations: annotations.map(({ author, ...annotation }) => ({
        ...annotation,
        mine: by === null || author === by,
      })),
    };
  });
}

export function addInRequest(annotation: NewAnnotation): Promise<AnnotationSaved> {
  return atStore<Saved>(annotation.slug, async ({ change }) =>
    (await addAnnotation(env.DB, annotation, change)) ? { ok: true } : refused('too_many'),
  );
}

export function editInRequest({ slug, id, text }: AnnotationEdit): Promise<AnnotationSaved> {
  return atStore<Saved>(slug, async ({ auth, store }) =>
    (await editAnnotation(env.DB, { slug: store.slug, id, by: whose(auth) }, text))
      ? { ok: true }
      : refused('not_yours'),
  );
}

export function deleteInRequest(slug: string, id: string): Promise<AnnotationSaved> {
  return atStore<Saved>(slug, async ({ auth, store }) =>
    (await deleteAnnotation(env.DB, { slug: store.slug, id, by: whose(auth) }))
      ? { ok: true }
      : refused('not_yours'),
  );
}

/** Whose annotations somebody may change; null for everybody's. */
function whose({ permissions, principal }: AuthContext): string | null {
  return permissions.has('store:manage') ? null : principal.id;
}

/** One that is gone and one of somebody else are the same. */
function refused(code: 'too_many' | 'not_yours'): Saved {
  return { ok: false, code, requestId: requestId() };
}
