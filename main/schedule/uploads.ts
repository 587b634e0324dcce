import { mkdirSync, rmSync } from 'node:fs';
import { appendFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { accept, type Reply, refuse } from '../../shared/refusals.ts';

interface Upload {
  readonly file: string;
  nextPart: number;
  received: number;
  writing: boolean;
}

/** Files that consoles are sending or have sent; the oldest is forgotten when another begins. */
const UPLOADS_MAX = 4;
/** A million flights in the longest form are some 200 MB. */
const UPLOAD_BYTES_MAX = 1_073_741_824;

/** Takes files in parts, in order. They live only until they are read; what a crash left is swept at the start. */
export class Uploads {
  readonly #folder: string;
  readonly #uploads = new Map<string, Upload>();
  #last = 0;

  constructor(folder: string) {
    this.#folder = folder;
    rmSync(folder, { recursive: true, force: true });
  }

  /** Part 0 begins the file anew. Answers with the bytes received in all. */
  async add(uploadId: string, part: number, bytes: Uint8Array): Promise<Reply<{ received: number }>> {
    const upload = part === 0 ? await this.#begin(uploadId) : this.#uploads.get(uploadId);
    const expected = upload?.nextPart ?? 0;
    if (!upload || part !== expected || upload.writing) return refuse('UPLOAD_OUT_OF_ORDER', { part, expected });
    if (upload.received + bytes.length > UPLOAD_BYTES_MAX) {
      await this.remove(uploadId);
      return refuse('STORE_FULL');
    }
    upload.writing = true;
    try {
      if (part === 0) {
        mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
        await writeFile(upload.file, bytes, { mode: 0o600 });
      } else await appendFile(upload.file, bytes);
    } catch {
      // Whatever keeps a part from the disk, the file cannot be completed any more.
      await this.remove(uploadId);
      return refuse('STORE_FULL');
    } finally {
      upload.writing = false;
    }
    upload.nextPart += 1;
    upload.received += bytes.length;
    return accept({ received: upload.received });
  }

  /** Where a file lies that has arrived; undefined when nothing of it did. */
  fileOf(uploadId: string): string | undefined {
    const upload = this.#uploads.get(uploadId);
    return upload && upload.nextPart > 0 && !upload.writing ? upload.file : undefined;
  }

  async remove(uploadId: string): Promise<void> {
    const upload = this.#uploads.get(uploadId);
    this.#uploads.delete(uploadId);
    if (upload) await rm(upload.file, { force: true });
  }

  async #begin(uploadId: string): Promise<Upload> {
    await this.remove(uploadId);
    const [oldest] = this.#uploads.keys();
    if (this.#uploads.size >= UPLOADS_MAX && oldest !== undefined) await this.remove(oldest);
    // Named by count, so that nothing that a console says becomes part of a path.
    this.#last += 1;
    const upload: Upload = { file: path.join(this.#folder, `upload-${this.#last}`), nextPart: 0, received: 0, writing: false };
    this.#uploads.set(uploadId, upload);
    return upload;
  }
}
