import { z } from 'zod';
import { sha256Hex } from '../sha256.ts';

/** Whose session it is, so that it can be found and ended without its id. */
export interface SessionOwner {
  readonly userId: string;
  readonly sid: string;
  /** Epoch ms; null where that is not known. */
  readonly signedInAt: number | null;
}

/** One of a person's sessions, as a list shows it. */
export interface KeptSession {
  readonly sid: string;
  /** Epoch ms. */
  readonly signedInAt: number | null;
  /** When it was last written, epoch ms; null where the note cannot be read. */
  readonly renewedAt: number | null;
}

/** Hashed, since a user id of some provider may hold any character. */
export async function notesPrefix(userId: string): Promise<string> {
  return `session-of:${await sha256Hex(userId)}:`;
}

export async function noteKey({ userId, sid }: Pick<SessionOwner, 'userId' | 'sid'>): Promise<string> {
  return (await notesPrefix(userId)) + sid;
}

const sessionMetadata = z.object({ note: z.string().nullable() });

/** The key of the note that belongs to a kept session, from the session's metadata. */
export function keptNote(metadata: unknown): string | null {
  return sessionMetadata.safeParse(metadata).data?.note ?? null;
}

const noteMetadata = z.object({ signedInAt: z.number().nullable(), renewedAt: z.number() });

export async function listNotes(kv: Pick<KVNamespace, 'list'>, userId: string): Promise<KeptSession[]> {
  const prefix = await notesPrefix(userId);
  const sessions: KeptSession[] = [];
  let cursor: string | null = null;
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page says where the next one begins
    const page: KVNamespaceListResult<unknown> = await kv.list({ prefix, cursor });
    for (const { name, metadata } of page.keys) {
      const { signedInAt = null, renewedAt = null } = noteMetadata.safeParse(metadata).data ?? {};
      sessions.push({ sid: name.slice(prefix.length), signedInAt, renewedAt });
    }
    cursor = page.list_complete ? null : page.cursor;
  } while (cursor !== null);
  return sessions;
}
