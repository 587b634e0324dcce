import { field } from './ssim-fields.ts';

/** Serials have six digits, and begin again after the last. */
const SERIAL_LAST = 999_999;
/** After the last serial come these: the standard and its readers differ. */
const SERIALS_AFTER_LAST = [0, 1, 2];

const serialOf = (text: string): number | undefined => (/^\d{6}$/.test(text) ? Number(text) : undefined);
const six = (serial: number): string => String(serial).padStart(6, '0');

/**
 * Follows the serials of the records, bytes 195 to 200. A file that lost records on its way looks like a schedule in which flights are gone.
 * Only a jump between two serials, or the serial that the trailer names as the last, can tell. Files without serials cannot be followed.
 */
export class SsimSerials {
  #last: number | undefined;

  /** A carrier record begins anew: some files count on, some begin again at 2. */
  begin(record: string): void {
    this.#last = this.#read(record);
  }

  /** Why records must be missing before this leg, segment or trailer record; undefined when nothing shows it. */
  problem(record: string): string | undefined {
    const before = this.#last;
    const serial = this.#read(record);
    this.#last = serial;
    if (record[0] === '5') {
      const named = serialOf(field(record, 188, 193));
      if (named && before !== undefined && named !== before)
        return `the trailer names record ${six(named)} as the last before it, and ${six(before)} is the last that came`;
    }
    if (before === undefined || serial === undefined) return undefined;
    const follows = serial === before + 1 || (before === SERIAL_LAST && SERIALS_AFTER_LAST.includes(serial));
    return follows ? undefined : `record ${six(before)} is followed by record ${six(serial)}`;
  }

  /** Six zeros, as in a filler, are no serial. */
  #read(record: string): number | undefined {
    return serialOf(field(record, 195, 200)) || undefined;
  }
}
