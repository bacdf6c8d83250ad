/** Seconds with one digit, as steps show them. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** Says what is being done and, once it is, how long it took. */
export async function step<T>(label: string, work: (progress: Progress) => Promise<T>): Promise<T> {
  const started = performance.now();
  const progress = new Progress(label);
  progress.show();
  try {
    const result = await work(progress);
    progress.end(`✓ ${label} ${seconds(performance.now() - started)}`);
    return result;
  } catch (error) {
    progress.end(`✗ ${label}`);
    throw error;
  }
}

/** One line that is rewritten on a terminal, and written every tenth of the way where output goes to a file. */
export class Progress {
  readonly #label: string;
  readonly #out = process.stderr;
  #tenth = 0;

  constructor(label: string) {
    this.#label = label;
  }

  /** @param fraction 0 to 1; left out while it is not known. @param note e.g. `120,000 rows` */
  show(fraction?: number, note = ''): void {
    if (this.#out.isTTY) {
      const bar = fraction === undefined ? '' : ` ${drawBar(fraction)} ${Math.floor(fraction * 100)} %`;
      this.#out.write(`\r\u001b[K· ${this.#label}${bar}${note === '' ? '' : ` ${note}`}`);
      return;
    }
    const tenth = Math.floor((fraction ?? 0) * 10);
    if (tenth <= this.#tenth) return;
    this.#tenth = tenth;
    this.#out.write(`· ${this.#label} ${tenth * 10} %${note === '' ? '' : ` ${note}`}\n`);
  }

  end(line: string): void {
    this.#out.write(this.#out.isTTY ? `\r\u001b[K${line}\n` : `${line}\n`);
  }
}

function drawBar(fraction: number): string {
  const width = 24;
  const filled = Math.round(Math.min(1, fraction) * width);
  return '█'.repeat(filled) + '░'.repeat(width - filled);
}
