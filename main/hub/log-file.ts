import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

export interface LogFileOptions {
  readonly path: string;
  /** The file is full at so many bytes. */
  readonly bytesMax: number;
  /** How many full files are kept: `.1` is the newest. */
  readonly filesMax: number;
}

/**
 * Appends lines to a file of bounded size. Each line is written at once, so that the last line before a crash is there; there are few lines.
 *
 * 1. A full file is renamed to `.1`, `.1` to `.2` and so on, and nothing is ever copied or cut. So who follows the file by its name
 *    (`tail -F`, a log shipper) reads the old one to its end and then the new one.
 * 2. A file that cannot be written never stops the hub. The line is lost, each later line tries again, and the first one that can be written
 *    stands behind a line that says how many are missing.
 */
export class LogFile {
  readonly #options: LogFileOptions;
  #bytes = 0;
  #file: number | undefined;
  #lost = 0;
  /** A disk that became full in the middle of a line has left a piece of it. */
  #torn = false;

  constructor(options: LogFileOptions) {
    this.#options = options;
    try {
      this.#open();
    } catch {
      this.close();
    }
  }

  write(line: string): void {
    try {
      this.#append(this.#lost === 0 ? line : this.#missing() + line);
      this.#lost = 0;
    } catch {
      this.close();
      this.#lost++;
    }
  }

  close(): void {
    const file = this.#file;
    this.#file = undefined;
    try {
      if (file !== undefined) closeSync(file);
    } catch {
      // What was not written is lost anyway.
    }
  }

  #open(): number {
    const { path } = this.#options;
    // The store is in this folder too. Nobody else may read it.
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    this.#bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    this.#file = openSync(path, 'a', 0o600);
    return this.#file;
  }

  #append(text: string): void {
    let file = this.#file ?? this.#open();
    if (this.#bytes >= this.#options.bytesMax) {
      this.close();
      this.#turn();
      file = this.#open();
    }
    const rest = Buffer.from(this.#torn ? `\n${text}` : text);
    const written = writeSync(file, rest);
    this.#bytes += written;
    this.#torn = written < rest.length;
    if (this.#torn) throw new Error('The disk took a part of the line.');
  }

  /** Makes room for a new file. The oldest one goes. If a rename fails, the file grows on, and the next line tries again. */
  #turn(): void {
    const { path, filesMax } = this.#options;
    const older = (age: number) => (age === 0 ? path : `${path}.${age}`);
    try {
      // Fewer may be kept than at the last start.
      for (let age = filesMax; statSync(older(age), { throwIfNoEntry: false }); age++) rmSync(older(age));
      for (let age = filesMax - 1; age >= 0; age--)
        if (statSync(older(age), { throwIfNoEntry: false })) renameSync(older(age), older(age + 1));
    } catch {
      // Somebody holds a file open, as can be on Windows.
    }
  }

  #missing(): string {
    const msg = `${this.#lost} ${this.#lost === 1 ? 'line is' : 'lines are'} missing before this one, because the log could not be written.`;
    return `${JSON.stringify({ level: 'warn', time: new Date().toISOString(), msg })}\n`;
  }
}
