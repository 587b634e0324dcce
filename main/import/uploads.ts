import { createWriteStream, mkdirSync, rmSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { UPLOAD_BYTES_MAX } from '../../shared/bounds.ts';
import { accept, type Reply, refuse } from '../../shared/refusals.ts';

interface Upload {
  readonly id: string;
  readonly file: string;
  readonly stream: WriteStream;
  parts: number;
  bytes: number;
}

/** Files that consoles send in parts, kept in a folder beside the store until they have been read. One is received at a time. */
export class Uploads {
  readonly #folder: string;
  readonly #bytesMax: number;
  #current: Upload | undefined;
  #files = 0;

  /** Deletes what an earlier run left in the folder. */
  constructor(folder: string, bytesMax = UPLOAD_BYTES_MAX) {
    this.#folder = folder;
    this.#bytesMax = bytesMax;
    rmSync(folder, { recursive: true, force: true });
  }

  /** Takes the next part. Part 0 begins a new file and drops the one before. Returns the bytes received in all. */
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
    if (upload.bytes + bytes.length > this.#bytesMax) {
      this.#forget(upload);
      return refuse('FILE_TOO_LARGE', { mebibytes: this.#bytesMax / 1_048_576 });
    }
    upload.parts++;
    upload.bytes += bytes.length;
    const received = upload.bytes;
    const failed = await new Promise<Error | null | undefined>((done) => upload.stream.write(bytes, done));
    if (!failed) return accept({ received });
    // Another file was begun meanwhile and replaced this one. That is no error of the disk.
    if (this.#current !== upload) return refuse('UPLOAD_OUT_OF_ORDER', { part, expected: 0 });
    this.#forget(upload);
    return refuse('STORE_FULL');
  }

  /**
   * Closes the file and returns its path; undefined when nothing was received under this id. From then on it belongs to the caller, who
   * calls `remove` when it is not needed any more. The next file may come.
   */
  async finish(id: string): Promise<string | undefined> {
    const upload = this.#current;
    if (upload?.id !== id) return undefined;
    this.#current = undefined;
    const failed = await new Promise<Error | null | undefined>((closed) => upload.stream.end(closed));
    if (!failed) return upload.file;
    this.remove(upload.file);
    return undefined;
  }

  remove(file: string): void {
    rmSync(file, { force: true });
  }

  #forget(upload: Upload): void {
    if (this.#current === upload) this.#current = undefined;
    // A stream that is destroyed while it opens its file creates the file again before it closes.
    upload.stream.once('close', () => this.remove(upload.file));
    upload.stream.destroy();
    this.remove(upload.file);
  }

  #begin(id: string): void {
    if (this.#current) this.#forget(this.#current);
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    // A new name, because the file before may still be open or being read.
    const file = join(this.#folder, `schedule-${++this.#files}.part`);
    const stream = createWriteStream(file, { mode: 0o600 });
    // The call that writes the next part gets the error. Without a listener the error would end the process.
    stream.on('error', () => {});
    this.#current = { id, file, stream, parts: 0, bytes: 0 };
  }
}
