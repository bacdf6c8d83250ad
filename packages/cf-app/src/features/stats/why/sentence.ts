import type { ChangeDimension, FactorExplained, PartExplained } from '@layerkick/stats/change/explain-change';
import { msg, type Phrase, type T, type Values } from '#/features/i18n/translate.ts';
import { formatMoney, formatPercent } from '../format/value.ts';

/** What moved a factor most, and what to say of it. */
export interface Because {
  readonly dimension: ChangeDimension;
  readonly value: string;
  readonly label: string | undefined;
  /** Says it of `{name}`, with `values`. */
  readonly sentence: Phrase;
  readonly values: Values;
  /** In minor units. */
  readonly effect: number;
}

/** Which of a factor's splits says most; the first that has something to say. */
const TOLD_BY: Readonly<Record<FactorExplained['factor'], readonly ChangeDimension[]>> = {
  sessions: ['channel', 'country'],
  conversion: ['channel', 'device', 'country'],
  order_value: ['product', 'channel'],
  corrections: ['product'],
};

/** The largest part that moved a factor the way it went; null where none can be named. */
export function becauseOf(factor: FactorExplained, currency: string, t: T): Because | null {
  for (const dimension of TOLD_BY[factor.factor]) {
    const part = factor.parts[dimension]?.find(
      ({ value, effect }) => value !== null && value !== '' && Math.sign(effect) === Math.sign(factor.effect),
    );
    if (part?.value == null) continue;
    return {
      dimension,
      value: part.value,
      label: part.label,
      ...said(factor, dimension, part, currency, t),
      effect: part.effect,
    };
  }
  return null;
}

/** What is said about a factor's part: `{name}` is the part, the filter that leads to it. */
function said(
  { factor }: FactorExplained,
  dimension: ChangeDimension,
  part: PartExplained,
  currency: string,
  t: T,
): Pick<Because, 'sentence' | 'values'> {
  const { before, after, effect } = part;
  if (factor === 'sessions' && before !== null && after !== null) {
    const sentence =
      after < before
        ? msg('{name} sent {count} fewer session|{name} sent {count} fewer sessions')
        : msg('{name} sent {count} more session|{name} sent {count} more sessions');
    return { sentence, values: { count: Math.abs(after - before) } };
  }
  if (factor === 'conversion' && before !== null && after !== null && before !== after) {
    const sentence =
      after < before
        ? msg('{name} converted {now}, down from {before}')
        : msg('{name} converted {now}, up from {before}');
    const percent = (share: number) => formatPercent(share * 100, 2, t);
    return { sentence, values: { now: percent(after), before: percent(before) } };
  }
  if (factor === 'order_value' && dimension !== 'product' && before !== null && after !== null) {
    const money = (minor: number) => formatMoney(Math.round(minor), currency, t);
    return {
      sentence: msg('{name} orders were {now} each, from {before}'),
      values: { now: money(after), before: money(before) },
    };
  }
  if (factor === 'order_value') {
    const sentence =
      effect < 0 ? msg('{name} made less of an average order') : msg('{name} made more of an average order');
    return { sentence, values: {} };
  }
  return { sentence: effect < 0 ? msg('{name} came back more') : msg('{name} came back less'), values: {} };
}

/** `+€12.00`, `−€3.10`; money that was added or lost. */
export function signedMoney(minor: number, currency: string, t: T): string {
  return `${minor > 0 ? '+' : ''}${formatMoney(minor, currency, t)}`;
}
