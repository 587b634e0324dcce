import { closeSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { pino } from 'pino';

/** What happened inside Aisle, for the people who look after it. It never holds a passenger's data: no name, contact, PIN or input. */
export interface Log {
  info(fields: object, sentence: string): void;
  warn(fields: object, sentence: string): void;
  error(fields: object, sentence: string): void;
}

export const LOG_BYTES_MAX = 5 * 1_048_576;

/** Fields that are left out if a line should hold them. */
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

/**
 * Appends to a file of bounded size. The file before it is kept as `.1`. Each line is written at once, so that the last line before a crash
 * is there; there are few lines. A file that cannot be written never stops the hub.
 */
class LogFile {
  readonly #path: string;
  readonly #bytesMax: number;
  #bytes = 0;
  #file: number | undefined;

  constructor(path: string, bytesMax: number) {
    this.#path = path;
    this.#bytesMax = bytesMax;
    this.#try(() => {
      // The store is in this folder too. Nobody else may read it.
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      this.#open();
    });
  }

  #try(work: () => void): void {
    try {
      work();
    } catch {
      this.close();
    }
  }

  #open(): void {
    this.#bytes = statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0;
    this.#file = openSync(this.#path, 'a', 0o600);
  }

  write(line: string): void {
    this.#try(() => {
      if (this.#file === undefined) return;
      if (this.#bytes >= this.#bytesMax) {
        this.close();
        renameSync(this.#path, `${this.#path}.1`);
        this.#open();
      }
      this.#bytes += writeSync(this.#file, line);
    });
  }

  close(): void {
    const file = this.#file;
    this.#file = undefined;
    if (file !== undefined) closeSync(file);
  }
}

export interface LogOptions {
  readonly file: string;
  readonly bytesMax?: number;
  /** Prints warnings too, one sentence a line. */
  readonly warn?: (sentence: string) => void;
}

/** A line of JSON for each thing worth knowing, in a file beside the store; warnings also on the terminal. */
export function openLog(options: LogOptions): Log & { close(): void } {
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
