import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { keptApiKey } from './api-keys.ts';

const snapshotSchema = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      user_id: z.string(),
      organization_id: z.string().nullable(),
      ip_address: z.string().nullable(),
      user_agent: z.string().nullable(),
      auth_method: z.string(),
      expires_at: z.iso.datetime(),
    }),
  ),
  refreshTokens: z.array(z.object({ token: z.string(), sessionId: z.string() })),
  apiKeys: z.array(keptApiKey).default([]),
});
type Snapshot = z.output<typeof snapshotSchema>;

/**
 * Sessions and API keys kept over a restart, so that stopping and starting the product shuts nobody out. A file that is
 * missing or cannot be read counts as empty: the worst that follows is a sign-in.
 */
export class StateFile {
  readonly #path: string;
  #written = '';

  constructor(path: string) {
    this.#path = path;
  }

  load(): Snapshot | null {
    try {
      return snapshotSchema.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
    } catch {
      return null;
    }
  }

  /** Writes only what changed, and all of it or nothing. */
  save(snapshot: Snapshot): void {
    const text = JSON.stringify(snapshotSchema.parse(snapshot));
    if (text === this.#written) return;
    mkdirSync(dirname(this.#path), { recursive: true });
    writeFileSync(`${this.#path}.new`, text, { mode: 0o600 });
    renameSync(`${this.#path}.new`, this.#path);
    this.#written = text;
  }
}
