import { LINE_BYTES_MAX } from './import-bounds.ts';
import { SSIM_HEADER, SSIM_RECORD_BYTES } from './ssim-fields.ts';

export interface Line {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
}

const LF = 0x0a;
const CR = 0x0d;
const CTRL_Z = '\u001A';
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
/** With so many bytes it shows whether a file has line ends at all. */
const FIRST_BYTES = BYTE_ORDER_MARK.length + SSIM_RECORD_BYTES + 1;

/**
 * Splits a file into lines as it arrives, whatever a transport did to it.
 * 1. LF, CR LF, CR CR LF (a transfer in text mode that added a CR) and CR alone (an old Mac) end a line.
 * 2. An SSIM file without line ends, as tapes and mainframes have it, is cut every 200 bytes.
 * 3. A byte order mark before the first line and the Ctrl-Z with which some systems end a file belong to no line.
 * A line that is too long is reported by its number and never kept in memory.
 */
export class LineSplitter {
  readonly #tooLong: (line: number) => void;
  readonly #encoding: BufferEncoding;
  #number = 1;
  #rest: Buffer = Buffer.alloc(0);
  #skipping = false;
  /** How the file is cut; undefined until enough of it has come. */
  #cut: 'line ends' | 'records' | undefined;

  constructor(encoding: BufferEncoding, tooLong: (line: number) => void) {
    this.#encoding = encoding;
    this.#tooLong = tooLong;
  }

  *push(chunk: Buffer): Generator<Line> {
    this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    if (this.#cut === undefined && this.#rest.length < FIRST_BYTES) return;
    yield* this.#lines();
  }

  /** The last line, when no line end follows it. */
  *end(): Generator<Line> {
    yield* this.#lines();
    let end = this.#rest.length;
    while (this.#rest[end - 1] === CR) end--;
    const last = this.#rest.subarray(0, end);
    this.#rest = Buffer.alloc(0);
    if (last.length === 0 && !this.#skipping) return;
    const line = this.#line(last);
    if (line) yield line;
  }

  *#lines(): Generator<Line> {
    if (this.#cut === undefined) this.#begin();
    if (this.#cut === 'records') yield* this.#records();
    else yield* this.#ended();
  }

  #begin(): void {
    if (this.#rest.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)) this.#rest = this.#rest.subarray(BYTE_ORDER_MARK.length);
    const head = this.#rest.subarray(0, SSIM_RECORD_BYTES + 1).toString('latin1');
    this.#cut = head.startsWith(SSIM_HEADER) && /^[^\r\n]+[02]$/.test(head) && head.length > SSIM_RECORD_BYTES ? 'records' : 'line ends';
  }

  *#records(): Generator<Line> {
    let from = 0;
    for (; this.#rest.length - from >= SSIM_RECORD_BYTES; from += SSIM_RECORD_BYTES) {
      const line = this.#line(this.#rest.subarray(from, from + SSIM_RECORD_BYTES));
      if (line) yield line;
    }
    this.#rest = this.#rest.subarray(from);
  }

  *#ended(): Generator<Line> {
    const bytes = this.#rest;
    let from = 0;
    // Each is looked for again only when it was passed. A search for a CR that is not there would read all bytes for every line.
    let [lf, cr] = [bytes.indexOf(LF), bytes.indexOf(CR)];
    while (lf >= 0 || cr >= 0) {
      const end = cr >= 0 && (lf < 0 || cr < lf) ? cr : lf;
      let next = end;
      while (bytes[next] === CR) next++;
      // Whether a line feed follows, the next bytes will show.
      if (next === bytes.length) break;
      next = bytes[next] === LF ? next + 1 : end + 1;
      const line = this.#line(bytes.subarray(from, end));
      if (line) yield line;
      from = next;
      if (lf >= 0 && lf < from) lf = bytes.indexOf(LF, from);
      if (cr >= 0 && cr < from) cr = bytes.indexOf(CR, from);
    }
    this.#rest = bytes.subarray(from);
    if (this.#rest.length > LINE_BYTES_MAX) {
      this.#skipping = true;
      this.#rest = Buffer.alloc(0);
    }
  }

  #line(bytes: Buffer): Line | undefined {
    const number = this.#number++;
    const tooLong = this.#skipping || bytes.length > LINE_BYTES_MAX;
    this.#skipping = false;
    if (tooLong) {
      this.#tooLong(number);
      return undefined;
    }
    let text = bytes.toString(this.#encoding);
    while (text.endsWith(CTRL_Z)) text = text.slice(0, -1);
    return { number, text };
  }
}
