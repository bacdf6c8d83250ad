import { fieldProblem } from '#/features/i18n/problem-words.ts';
import { retell } from '#/features/i18n/retell.ts';
import { msg, type T } from '#/features/i18n/translate.ts';

/** Why a row was not used, or what is worth knowing of it, as the readers of files write it. */
const PATTERNS = [
  msg('{heading} is empty'),
  msg('{heading} is not a whole number'),
  msg('{heading} is not a number'),
  msg('{heading} is not a currency such as {example}'),
  msg('{heading} is not an amount such as {example}'),
  msg('{heading} is not a price such as {example}'),
  msg('{heading} is not a time such as {example}'),
  msg('{heading} is not a time'),
  msg('{heading} is not a day such as {example}'),
  msg('a sale of less than nothing'),
  msg('a cancellation that charges money'),
  msg('no price, so part of its order and nothing in sales'),
  msg('a fraction of the smallest coin, rounded in this row'),
  msg('{cells} cells under {headings} headings'),
  msg('more than {rows} rows away from the rest of its order'),
  msg('in {currency}, so listed apart from the figures in {own}'),
  msg('the first row of its order is missing or not used'),
  msg('{heading} is on none of the rows of its order'),
  msg('refunded, on the day of the order, since the file does not say when'),
  msg('{status}, on the day of the order, since the file does not say when'),
  msg('{status}, so no order'),
  msg('no Id, so known by its name, apart from what webhooks tell of it'),
  msg('no Subtotal, so the total without shipping and taxes counts as sales'),
  msg('no prices of its lines'),
  msg('its order cannot be recorded'),
  msg('nothing says which day the file begins with'),
  msg('a day that was there before: export by date alone'),
] as const;

/** A reason in the reader's language. Where it names a field, what is wrong with that is said as schemas say it. */
export function reasonWords(reason: string, t: T): string {
  const whole = retell(reason, PATTERNS, t);
  if (whole !== null) return whole;
  const [what = '', ...rest] = reason.split(': ');
  if (rest.length === 0) return reason;
  // "its order cannot be recorded: lines.0.name: Too big …"
  const about = retell(what, PATTERNS, t);
  return about === null ? fieldProblem(reason, t) : `${about}: ${reasonWords(rest.join(': '), t)}`;
}
