import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { deskId } from '../../shared/methods/desks.ts';
import type { Log } from '../hub/log.ts';
import { writeWhole } from '../hub/write-whole.ts';

const revokedFile = z.strictObject({ version: z.literal(1), revoked: z.array(deskId) });

/**
 * Ids of desks that were revoked, in a file beside the store. The store knows them too, but a backup that is put back is an older store: without this file a
 * stolen computer would be a desk again. What is in the file is never taken out.
 */
export class RevokedFile {
  readonly #file: string;
  readonly #log: Pick<Log, 'warn'>;
  readonly #ids: Set<string>;
  #writing: Promise<void> = Promise.resolve();

  private constructor(file: string, log: Pick<Log, 'warn'>, ids: readonly string[]) {
    this.#file = file;
    this.#log = log;
    this.#ids = new Set(ids);
  }

  static async open(file: string, log: Pick<Log, 'warn'>): Promise<RevokedFile> {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? undefined : ''));
    if (text === undefined) return new RevokedFile(file, log, []);
    try {
      return new RevokedFile(file, log, revokedFile.parse(JSON.parse(text)).revoked);
    } catch {
      log.warn({}, 'The file of revoked desks cannot be read. After a restore, look through the desks for those that were revoked.');
      return new RevokedFile(file, log, []);
    }
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Resolves when they are in the file. A disk that takes no file stops nobody: the store knows them, and the next start writes them. */
  add(ids: Iterable<string>): Promise<void> {
    const before = this.#ids.size;
    for (const id of ids) this.#ids.add(id);
    if (this.#ids.size > before) this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    const text = JSON.stringify({ version: 1, revoked: [...this.#ids] } satisfies z.infer<typeof revokedFile>);
    await writeWhole(this.#file, text).catch((error: NodeJS.ErrnoException) =>
      this.#log.warn({ problem: error.code ?? 'unknown' }, 'A revoked desk could not be written to its file.'),
    );
  }
}
