import { fieldProblem } from '#/features/i18n/problem-words.ts';
import { retell } from '#/features/i18n/retell.ts';
import { msg, type T } from '#/features/i18n/translate.ts';

const PATTERNS = [
  msg('A delivery without a topic says nothing about orders'),
  msg('{topic} says nothing about orders'),
] as const;

/** Why a delivery was left out or cannot be read: what is wrong with each field, as it was written down then. */
export function deliveryReason(reason: string, t: T): string {
  const known = retell(reason, PATTERNS, t);
  if (known !== null) return known;
  const parts = reason.split('; ').map((part) => fieldProblem(part, t));
  return parts.join('; ');
}
