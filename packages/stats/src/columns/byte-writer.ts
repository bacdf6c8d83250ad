const ENCODER = new TextEncoder();

/** Bytes that are put together piece by piece. */
export class ByteWriter {
  #bytes = new Uint8Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  byte(value: number): void {
    // First the place: taking it may move the bytes.
    const at = this.#take(1);
    this.#bytes[at] = value;
  }

  word(value: number): void {
    const at = this.#take(4);
    new DataView(this.#bytes.buffer).setUint32(at, value, true);
  }

  number(value: number): void {
    const at = this.#take(8);
    new DataView(this.#bytes.buffer).setFloat64(at, value, true);
  }

  /** Of at most 255 bytes of UTF-8. */
  name(name: string): void {
    const bytes = ENCODER.encode(name);
    this.byte(bytes.length);
    this.bytes(bytes);
  }

  bytes(bytes: Uint8Array): void {
    const at = this.#take(bytes.length);
    this.#bytes.set(bytes, at);
  }

  /** Goes on at a multiple of 8. */
  align(): void {
    this.#take(-this.#length & 7);
  }

  done(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #take(count: number): number {
    const at = this.#length;
    this.#length += count;
    if (this.#length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.#length, this.#bytes.length * 2));
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    return at;
  }
}
