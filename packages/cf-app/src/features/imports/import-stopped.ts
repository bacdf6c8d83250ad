import type { Changed } from './imports.ts';

/** The store took no more; what it has taken until then counts, and the same file again goes on from there. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped';
  /** Null where the person stopped it. */
  readonly answer: Extract<Changed, { ok: false }> | null;

  constructor(answer: Extract<Changed, { ok: false }> | null) {
    super('The import was stopped');
    this.answer = answer;
  }
}
