import { createServerFn } from '@tanstack/react-start';
import {
  addInRequest,
  annotationsInRequest,
  deleteInRequest,
  editInRequest,
} from './annotations-in-request.server.ts';
import { annotationEdit, annotationOfStore, newAnnotation, storeOfAnnotations } from './annotation.schema.ts';

export const loadAnnotations = createServerFn({ method: 'GET' })
  .validator(storeOfAnnotations)
  .handler(({ data }) => annotationsInRequest(data.slug));

export const addAnnotation = createServerFn({ method: 'POST' })
  .validator(newAnnotation)
  .handler(({ data }) => addInRequest(data));

export const editAnnotation = createServerFn({ method: 'POST' })
  .validator(annotationEdit)
  .handler(({ data }) => editInRequest(data));

export const deleteAnnotation = createServerFn({ method: 'POST' })
  .validator(annotationOfStore)
  .handler(({ data }) => deleteInRequest(data.slug, data.id));
