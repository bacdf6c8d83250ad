import type { ChangeDimension, FactorExplained, PartExplained } from '@layerkick/stats/change/explain-change';
import { formatCount, formatMoney, formatPercent } from '../format/value.ts';

/** What moved a factor most: `<name> <said>`, where the name is a filter. */
export interface Because {
  readonly dimension: ChangeDimension;
  readonly value: string;
  readonly label: string | undefined;
  readonly said: string;
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
export function becauseOf(factor: FactorExplained, currency: string): Because | null {
  for (const dimension of TOLD_BY[factor.factor]) {
    const part = factor.parts[dimension]?.find(
      ({ value, effect }) => value !== null && value !== '' && Math.sign(effect) === Math.sign(factor.effect),
    );
    if (part?.value == null) continue;
    return {
      dimension,
      value: part.value,
      label: part.label,
      said: said(factor, dimension, part, currency),
      effect: part.effect,
    };
  }
  return null;
}

function said(
  { factor }: FactorExplained,
  dimension: ChangeDimension,
  part: PartExplained,
  currency: string,
): string {
  const { before, after } = part;
  if (factor === 'sessions' && before !== null && after !== null) {
    const more = after - before;
    return `sent ${formatCount(Math.abs(more))} ${more < 0 ? 'fewer' : 'more'} sessions`;
  }
  if (factor === 'conversion' && before !== null && after !== null && before !== after) {
    const way = after < before ? 'down' : 'up';
    return `converted ${percent(after)}, ${way} from ${percent(before)}`;
  }
  if (factor === 'order_value' && dimension !== 'product' && before !== null && after !== null) {
    return `orders were ${formatMoney(Math.round(after), currency)} each, from ${formatMoney(Math.round(before), currency)}`;
  }
  if (factor === 'order_value') return `made ${part.effect < 0 ? 'less' : 'more'} of an average order`;
  return `came back ${part.effect < 0 ? 'more' : 'less'}`;
}

function percent(share: number): string {
  return formatPercent(share * 100, 2);
}

/** `+€12.00`, `−€3.10`; money that was added or lost. */
export function signedMoney(minor: number, currency: string): string {
  return `${minor > 0 ? '+' : ''}${formatMoney(minor, currency)}`;
}
