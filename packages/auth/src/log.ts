/**
 * Where this package reports what an operator should know. The app adds the request id.
 *
 * Fields never hold tokens, cookies, e-mail addresses or IP addresses.
 */
export interface Log {
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** One that is undefined is left out. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;
