import type { T } from '#/features/i18n/translate.ts';

/** Why an annotation was not taken. */
export function annotationWords(code: string, t: T): string | undefined {
  if (code === 'too_many') return t('A store has at most 1,000 annotations.');
  if (code === 'not_yours') return t('It is gone, or somebody else’s.');
  return undefined;
}
