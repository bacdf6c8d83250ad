import type { T } from '#/features/i18n/translate.ts';
import type { Goal } from './goals.ts';

/** What a goal is, in words. */
export function goalSentence({ dimension, op, value }: Goal, t: T): string {
  if (dimension === 'event') return t('Event {value}', { value });
  switch (op) {
    case 'is':
      return t('Page {value}', { value });
    case 'prefix':
      return t('Pages that begin with {value}', { value });
    case 'contains':
      return t('Pages that contain {value}', { value });
  }
}
