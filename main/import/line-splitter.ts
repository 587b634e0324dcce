import { LINE_BYTES_MAX } from './import-bounds.ts';

export interface Line {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
}

const NEW_LINE = 0x0a;

/** Splits a file into lines as it arrives. A line that is too long is reported by its number and never kept in memory. */
export class LineSplitter {
  readonly #tooLong: (line: number) => void;
  readonly #encoding: BufferEncoding;
  #number = 1;
  #rest: Buffer = Buffer.alloc(0);
  #skipping = false;

  constructor(encoding: BufferEncoding, tooLong: (line: number) => void) {
    this.#encoding = encoding;
    this.#tooLong = tooLong;
  }

  *push(chunk: Buffer): Generator<Line> {
    let bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    for (let end = bytes.indexOf(NEW_LINE); end >= 0; end = bytes.indexOf(NEW_LINE)) {
      const line = this.#line(bytes.subarray(0, end));
      if (line) yield line;
      bytes = bytes.subarray(end + 1);
    }
    if (bytes.length > LINE_BYTES_MAX) {
      this.#skipping = true;
      bytes = Buffer.alloc(0);
    }
    this.#rest = bytes;
  }

  /** The last line, when no line end follows it. */
  *end(): Generator<Line> {
    if (this.#rest.length === 0 && !this.#skipping) return;
    const line = this.#line(this.#rest);
    this.#rest = Buffer.alloc(0);
    if (line) yield line;
  }

  #line(bytes: Buffer): Line | undefined {
    const number = this.#number++;
    const tooLong = this.#skipping || bytes.length > LINE_BYTES_MAX;
    this.#skipping = false;
    if (tooLong) {
      this.#tooLong(number);
      return undefined;
    }
    const text = bytes.toString(this.#encoding);
    return { number, text: text.endsWith('\r') ? text.slice(0, -1) : text };
  }
}
