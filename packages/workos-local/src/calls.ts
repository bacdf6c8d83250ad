/** How often each endpoint was called, so that a test can say "one refresh went upstream". */
export class Calls {
  readonly #counts = new Map<string, number>();

  add(endpoint: string): void {
    this.#counts.set(endpoint, this.count(endpoint) + 1);
  }

  /** @param endpoint as in `endpoint.ts`, e.g. `POST /user_management/authenticate refresh_token` */
  count(endpoint: string): number {
    return this.#counts.get(endpoint) ?? 0;
  }

  all(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }

  clear(): void {
    this.#counts.clear();
  }
}
