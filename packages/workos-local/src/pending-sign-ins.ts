import { randomBytes } from 'node:crypto';

const LIFE_MS = 10 * 60 * 1000;

/** People who proved who they are and still have to choose an organization. A token lasts ten minutes. */
export class PendingSignIns {
  readonly #now: () => number;
  readonly #pending = new Map<string, { userId: string; expiresAt: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  hold(userId: string): string {
    const token = randomBytes(18).toString('base64url');
    this.#pending.set(token, { userId, expiresAt: this.#now() + LIFE_MS });
    return token;
  }

  /** The person a token stands for; it stays valid until `finish`, so that a wrong choice can be repaired. */
  userId(token: string): string | null {
    const held = this.#pending.get(token);
    return held && held.expiresAt > this.#now() ? held.userId : null;
  }

  finish(token: string): void {
    this.#pending.delete(token);
  }
}
