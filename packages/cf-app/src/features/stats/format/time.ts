const clocks = new Map<string, Intl.DateTimeFormat>();

/** `14:20` in the store's time zone; every language that we speak writes it so. */
export function formatTime(at: number, timeZone: string): string {
  return clock(timeZone, false).format(at);
}

/** `14:20:31` in the store's time zone. */
export function formatTimeExact(at: number, timeZone: string): string {
  return clock(timeZone, true).format(at);
}

function clock(timeZone: string, seconds: boolean): Intl.DateTimeFormat {
  const key = `${timeZone}${seconds}`;
  let format = clocks.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      ...(seconds ? { second: '2-digit' } : {}),
      hourCycle: 'h23',
      timeZone,
    });
    clocks.set(key, format);
  }
  return format;
}
