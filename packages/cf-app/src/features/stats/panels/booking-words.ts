import type { Booking } from '@layerkick/stats/bookings';
import type { T } from '#/features/i18n/translate.ts';
import { dayAt, formatDay } from '../format/day.ts';
import { formatTime } from '../format/time.ts';
import { countryName } from '../row-labels.server.ts';
import type { PanelPage } from './panel-page.ts';
import { valueName } from './row-words.ts';

const NAMED_PRODUCTS = 2;

/** `Lofoten wool throw × 2, Birch candle`; the order's number where nothing says what is in it. */
export function bookingContent({ order, products }: Pick<Booking, 'order' | 'products'>, t: T): string {
  if (products.length === 0) return t('Order {order}', { order });
  const names = products.slice(0, NAMED_PRODUCTS).map(({ product, name, units }) => {
    const called = name === '' ? product : name;
    return units > 1 ? `${called} × ${t.number(units)}` : called;
  });
  const more = products.length - names.length;
  return more === 0
    ? names.join(', ')
    : t('{names} and {count} more', { names: names.join(', '), count: more });
}

/** `Google · Berlin` */
export function bookingOrigin({ source, channel, city, country }: Booking, t: T): string {
  const from = source || valueName(channel, 'channel', t);
  const place = city || countryName(country, t.locale) || country;
  return place === '' ? from : `${from} · ${place}`;
}

/** Of today the time, of other days the date as well. */
export function bookingTime(
  at: number,
  { timeZone, now }: Pick<PanelPage, 'timeZone' | 'now'>,
  t: T,
): string {
  const day = dayAt(at, timeZone);
  const time = formatTime(at, timeZone);
  return day === dayAt(now, timeZone) ? time : `${formatDay(day, t)}, ${time}`;
}
