import { createWriteStream, mkdirSync, rmSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { accept, type Reply, refuse } from '../../shared/refusals.ts';

interface Upload {
  readonly id: string;
  readonly file: string;
  readonly stream: WriteStream;
  parts: number;
  bytes: number;
}

/** Files that consoles send in parts, kept in a folder beside the store until they have been read. One at a time. */
export class Uploads {
  readonly #folder: string;
  #current: Upload | undefined;

  /** What an earlier run left in the folder is of no use to anybody. */
  constructor(folder: string) {
    this.#folder = folder;
    rmSync(folder, { recursive: true, force: true });
  }

  /** Takes the next part; part 0 begins a new file and forgets the one before. Answers with the bytes received in all. */
  async add(id: string, part: number, bytes: Uint8Array): Promise<Reply<{ received: number }>> {
    if (part === 0) {
      try {
        this.#begin(id);
      } catch {
        return refuse('STORE_FULL');
      }
    }
    const upload = this.#current;
    if (upload?.id !== id) return refuse('UPLOAD_OUT_OF_ORDER', { part, expected: 0 });
    if (upload.parts !== part) return refuse('UPLOAD_OUT_OF_ORDER', { part, expected: upload.parts });
    upload.parts++;
    const failed = await new Promise<Error | null | undefined>((done) => upload.stream.write(bytes, done));
    if (failed) {
      this.forget();
      return refuse('STORE_FULL');
    }
    upload.bytes += bytes.length;
    return accept({ received: upload.bytes });
  }

  /** Closes the file and says where it lies; undefined when nothing under this number was received. */
  async finish(id: string): Promise<string | undefined> {
    const upload = this.#current;
    if (upload?.id !== id) return undefined;
    await new Promise<void>((closed) => upload.stream.end(closed));
    return upload.file;
  }

  forget(): void {
    if (!this.#current) return;
    this.#current.stream.destroy();
    rmSync(this.#current.file, { force: true });
    this.#current = undefined;
  }

  #begin(id: string): void {
    this.forget();
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const file = join(this.#folder, 'schedule.part');
    const stream = createWriteStream(file, { mode: 0o600 });
    // Told to whoever writes the next part; without a listener it would end the process.
    stream.on('error', () => {});
    this.#current = { id, file, stream, parts: 0, bytes: 0 };
  }
}
