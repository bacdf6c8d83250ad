/** Something that the Worker does by itself from time to time. */
export interface Job {
  /** As in the log. */
  readonly name: string;
  /** One of `triggers.crons` in wrangler.jsonc, literally. */
  readonly cron: string;
  /** @param now epoch ms, when it was due */
  readonly run: (env: Env, now: number) => Promise<void>;
}
