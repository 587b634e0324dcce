import { createWriteStream, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { pino } from 'pino';

/** What happened inside Aisle, for whoever looks after it. Never a passenger's data: not a name, contact, PIN or input. */
export interface Log {
  info(fields: object, sentence: string): void;
  warn(fields: object, sentence: string): void;
  error(fields: object, sentence: string): void;
}

export const LOG_BYTES_MAX = 5 * 1_048_576;

/** Should one of these slip into a line, it is left out. */
const PRIVATE = [
  'input',
  'passengers',
  'name',
  'surname',
  'given',
  'birthDate',
  'contact',
  'phone',
  'email',
  'askedBy',
  'pin',
  'pinHash',
  'token',
  'tenders',
  'approvalCode',
  'voucher',
];

/** Appends to a file of bounded size; the file before it is kept as `.1`. Trouble with it never reaches the desk. */
class LogFile {
  readonly #path: string;
  readonly #bytesMax: number;
  #bytes = 0;
  #stream: WriteStream | undefined;

  constructor(path: string, bytesMax: number) {
    this.#path = path;
    this.#bytesMax = bytesMax;
    this.#open();
  }

  #open(): void {
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      this.#bytes = statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0;
      if (this.#bytes >= this.#bytesMax) this.#turn();
      this.#stream = createWriteStream(this.#path, { flags: 'a', mode: 0o600 });
      this.#stream.on('error', () => {
        this.#stream = undefined;
      });
    } catch {
      this.#stream = undefined;
    }
  }

  #turn(): void {
    renameSync(this.#path, `${this.#path}.1`);
    this.#bytes = 0;
  }

  write(line: string): void {
    if (this.#bytes >= this.#bytesMax) {
      this.#stream?.end();
      this.#open();
    }
    this.#bytes += Buffer.byteLength(line);
    this.#stream?.write(line);
  }

  close(): Promise<void> {
    const stream = this.#stream;
    this.#stream = undefined;
    return new Promise((done) => (stream ? stream.end(done) : done()));
  }
}

export interface LogOptions {
  readonly file: string;
  readonly bytesMax?: number;
  /** Where warnings are also told, one sentence a line. */
  readonly warn?: (sentence: string) => void;
}

/** A line of JSON for each thing worth knowing, in a file beside the store; warnings also on the terminal. */
export function openLog(options: LogOptions): Log & { close(): Promise<void> } {
  const file = new LogFile(options.file, options.bytesMax ?? LOG_BYTES_MAX);
  const warn = options.warn ?? ((sentence) => process.stderr.write(`Aisle: ${sentence}\n`));
  const logger = pino(
    {
      base: null,
      redact: { paths: [...PRIVATE, ...PRIVATE.map((key) => `*.${key}`)], remove: true },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    file,
  );
  return {
    info: (fields, sentence) => logger.info(fields, sentence),
    warn(fields, sentence) {
      logger.warn(fields, sentence);
      warn(sentence);
    },
    error(fields, sentence) {
      logger.error(fields, sentence);
      warn(sentence);
    },
    close: () => file.close(),
  };
}

export const silentLog: Log = { info() {}, warn() {}, error() {} };
