import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { SESSION_KEPT_MS, SESSIONS_KEPT_MAX } from '../../shared/bounds.ts';
import { type Instant, instant, isDue, later } from '../../shared/instants.ts';
import { deskName, instantMs } from '../../shared/method.ts';
import { writeWhole } from '../hub/write-whole.ts';

/**
 * Keeps the open sessions in a file, so that they outlive a restart of the hub.
 *
 * The problem: the hub may be killed, or its computer restarted, while people stand at their counters. If it is back soon, they should not have
 * to start again: their consoles come back locked, and with the PIN they go on where they were. So something of each session must be on the disk.
 * It must survive a kill at any moment, and a person who reads the file must not be able to use it.
 *
 * Why it is a file beside the store and not a table that commands write:
 * 1. Backups copy the store. A session must not come back with an old backup, and must not be in a backup that is taken away.
 * 2. The time when the hub was last alive is written every half a minute. That must not wait in the queue of the sales.
 * 3. A damaged or full store takes no commands, and that is when a supervisor must come back to their console.
 * 4. If the file is lost, people sign in again. So it does not need the guarantees of the store.
 *
 * What keeps it safe:
 * 1. The token of a session is a secret and is not in the file. Its fingerprint is. A token is 32 random bytes, so nobody finds it
 *    by trying.
 * 2. A session that comes back is locked: the token alone does nothing, the PIN is needed.
 * 3. It is taken up at its own desk alone, which has a key of its own (main/desks/).
 * 4. Each entry names the PIN by a fingerprint of the hash that the store keeps. If the user was given another PIN meanwhile, or may
 *    no longer sign in, the session is not taken back (`open-sessions.ts`).
 * 5. Only this account may read the file (mode 0600). It is written whole under another name, synced and then renamed: after a kill
 *    there is the one before or the one after.
 * 6. It is bounded: SESSIONS_KEPT_MAX entries, and whatever it says, none is taken back SESSION_KEPT_MS after the hub was last alive.
 */
export interface KeptSession {
  readonly tokenPrint: string;
  readonly user: string;
  readonly desk: string;
  readonly deskId: string;
  readonly pinPrint: string;
  /** When it is gone unless a console has taken it up again. */
  readonly until: Instant;
}

/** The disk as sessions are kept on it. */
export interface SessionsDisk {
  read(file: string, now: Instant): Promise<readonly KeptSession[]>;
  /** `sessions`: at most SESSIONS_KEPT_MAX. */
  write(file: string, aliveAt: Instant, sessions: readonly KeptSession[]): Promise<void>;
}

const FILE_BYTES_MAX = SESSIONS_KEPT_MAX * 512;

const print = z.string().regex(/^[\w-]{43}$/);
const keptFile = z.strictObject({
  version: z.literal(2),
  /** When the hub was last alive, or a little before. */
  aliveAt: instantMs,
  sessions: z
    .array(
      z.strictObject({
        tokenPrint: print,
        user: z.string().min(1).max(32),
        desk: deskName,
        deskId: z.string().min(1).max(32),
        pinPrint: print,
        until: instantMs,
      }),
    )
    .max(SESSIONS_KEPT_MAX),
});

/**
 * The sessions that may still be taken up at `now`. None when there is no file, or one that cannot be read or was not written here,
 * or one of a time that lies ahead: then nobody can say how long the hub was away.
 */
export async function readKeptSessions(file: string, now: Instant): Promise<readonly KeptSession[]> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile() || found.size > FILE_BYTES_MAX) return [];
  const read = keptFile.safeParse(
    await readFile(file, 'utf8')
      .then(JSON.parse)
      .catch(() => undefined),
  );
  if (!read.success || read.data.aliveAt > now) return [];
  const end = later(instant(read.data.aliveAt), SESSION_KEPT_MS);
  return read.data.sessions
    .map((kept) => ({ ...kept, until: instant(Math.min(kept.until, end)) }))
    .filter(({ until }) => !isDue(until, now));
}

/** `sessions`: at most SESSIONS_KEPT_MAX. */
export const writeKeptSessions = (file: string, aliveAt: Instant, sessions: readonly KeptSession[]): Promise<void> =>
  writeWhole(file, JSON.stringify({ version: 2, aliveAt, sessions: [...sessions] } satisfies z.infer<typeof keptFile>));

export const SESSIONS_DISK: SessionsDisk = { read: readKeptSessions, write: writeKeptSessions };
