import { pino } from 'pino';
import { LogFile } from './log-file.ts';

/** What happened inside Aisle, for the people who look after it. It never holds a passenger's data: no name, contact, PIN or input. */
export interface Log {
  info(fields: object, sentence: string): void;
  warn(fields: object, sentence: string): void;
  error(fields: object, sentence: string): void;
}

/** How much is kept when nobody says otherwise: so many full files, and the present one. */
export const LOG_BYTES_MAX = 5 * 1_048_576;
export const LOG_FILES_MAX = 5;

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

export interface LogOptions {
  readonly file: string;
  readonly bytesMax?: number;
  readonly filesMax?: number;
  /** Prints warnings too, one sentence a line. */
  readonly warn?: (sentence: string) => void;
}

/** A line of JSON for each thing worth knowing, in a file beside the store; warnings also on the terminal. */
export function openLog(options: LogOptions): Log & { close(): void } {
  const { bytesMax = LOG_BYTES_MAX, filesMax = LOG_FILES_MAX } = options;
  const file = new LogFile({ path: options.file, bytesMax, filesMax });
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
