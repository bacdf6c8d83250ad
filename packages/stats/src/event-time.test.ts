import { describe, expect, test } from 'vitest';
import { eventTime } from './event-time.ts';

const received = Date.UTC(2026, 10, 20, 12);
const minute = 60_000;
const day = 86_400_000;

describe('the time of an event', () => {
  test('is as long before the receipt as it was before the sending', () => {
    expect(eventTime({ received, sent: received, at: received - 5 * minute })).toBe(received - 5 * minute);
  });

  test('does not depend on the sender’s clock being right', () => {
    const sent = received - 400 * day;
    expect(eventTime({ received, sent, at: sent - 2 * minute })).toBe(received - 2 * minute);
  });

  test('is never more than 24 hours ago', () => {
    expect(eventTime({ received, sent: received, at: received - 3 * day })).toBe(received - day);
    expect(eventTime({ received, sent: received, at: -Number.MAX_VALUE })).toBe(received - day);
  });

  test('is never after the receipt', () => {
    expect(eventTime({ received, sent: received, at: received + minute })).toBe(received);
    expect(eventTime({ received, sent: received, at: Number.MAX_VALUE })).toBe(received);
  });

  test('is whole milliseconds', () => {
    expect(eventTime({ received, sent: received + 0.4, at: received - 10.3 })).toBe(received - 11);
  });

  test('holds for clocks at the ends of what a number can be', () => {
    expect(eventTime({ received, sent: Number.MAX_VALUE, at: -Number.MAX_VALUE })).toBe(received - day);
    expect(eventTime({ received, sent: -Number.MAX_VALUE, at: Number.MAX_VALUE })).toBe(received);
  });
});
