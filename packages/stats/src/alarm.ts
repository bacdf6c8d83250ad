/** The alarm of a Durable Object. When it is due is known in memory: setting it is a row. */
export class Alarm {
  readonly #storage: DurableObjectStorage;
  /** Epoch ms; null where it is not set. */
  #dueAt: number | null = null;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  /** Finds out when it is due; before anything else. */
  async read(): Promise<void> {
    this.#dueAt = await this.#storage.getAlarm();
  }

  /** Sees to it that it is due by then, epoch ms: together with what was just written, or not at all. */
  wakeAt(time: number): void {
    if (this.#dueAt !== null && this.#dueAt <= time) return;
    this.#dueAt = time;
    void this.#storage.setAlarm(time);
  }

  /** It rang. */
  rang(): void {
    this.#dueAt = null;
  }

  /** Somebody else set it. */
  wasSetTo(time: number | null): void {
    this.#dueAt = time;
  }
}
