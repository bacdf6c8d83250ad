import { day } from '@layerkick/stats/query';
import { z } from 'zod';

/** As much as a flag on a chart has to say. */
const text = z
  .string()
  .trim()
  .min(1, 'say what happened')
  .max(200, 'at most 200 characters')
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be one line of text');

export const storeOfAnnotations = z.object({ slug: z.string().max(100) });
export const newAnnotation = storeOfAnnotations.extend({ day, text });
export const annotationOfStore = storeOfAnnotations.extend({ id: z.string().max(100) });
export const annotationEdit = annotationOfStore.extend({ text });
export type NewAnnotation = z.output<typeof newAnnotation>;
export type AnnotationEdit = z.output<typeof annotationEdit>;
