import { designator } from '../../shared/flight-designator.ts';
import type { Reference } from '../reference/reference.ts';
import { expandLeg } from './expand-leg.ts';
import type { LegPattern } from './leg-pattern.ts';
import type { Designator, ReadLeg } from './read-leg.ts';
import { flightTold, type ReadReport } from './read-report.ts';
import { field, SSIM_RECORD_BYTES, ssimDay } from './ssim-fields.ts';
import { type CarrierBlock, ssimLeg } from './ssim-leg.ts';
import { SsimSerials } from './ssim-serials.ts';

/** Bytes up to the equipment. A leg record that ends here can still be used. */
const LEG_BYTES_MIN = 75;
/** Bytes that name a leg, in its own record and in its segment records. */
const LEG_NAME = [2, 14] as const;
/** Byte 149 of a leg, and the data element of a segment record: the leg is another carrier's, or another number's, under this number. */
const MARKETING_LEG = 'L';
const OPERATED_AS = '050';
/** The numbers under which the leg is sold too, and the name of who flies. */
const MARKETED_AS = '010';
const OPERATOR = '127';

/** A leg that was read. Segment records that follow it may say that it has no seats of its own. */
interface HeldLeg {
  readonly name: string;
  readonly pattern: LegPattern;
  marketing: boolean;
  /** Designator of the flight that has the seats, where a segment record tells it. */
  operatedAs: Designator | undefined;
  marketedAs: readonly Designator[];
  /** Who flies, where the file only tells that: a name, or the carrier of bytes 111 to 119. */
  operator: string;
}

/**
 * Reads SSIM chapter 7 record by record, by byte position. It also looks for signs that the file is not whole: then no flight is dropped,
 * because a flight that is missing may have been lost with its record.
 */
export class SsimReader {
  readonly #reference: Reference;
  readonly #report: ReadReport;
  readonly #serials = new SsimSerials();
  #block: CarrierBlock | undefined;
  #blocks = 0;
  #held: HeldLeg | undefined;

  constructor(reference: Reference, report: ReadReport) {
    this.#reference = reference;
    this.#report = report;
  }

  /** The leg that is whole with this line, if there is one. */
  *line(line: number, text: string): Generator<ReadLeg> {
    if (/^0*$/.test(text.trimEnd())) return;
    // Anything but printable ASCII shifts or hides bytes, and then no position can be trusted.
    if (/[^ -~]/.test(text)) return this.#report.refuse(line, 'The record holds bytes that are not printable ASCII');
    const length = text.length > SSIM_RECORD_BYTES ? Math.max(SSIM_RECORD_BYTES, text.trimEnd().length) : text.length;
    if (length > SSIM_RECORD_BYTES) return this.#report.refuse(line, `The record has ${text.length} bytes, not ${SSIM_RECORD_BYTES}`);
    const record = text.padEnd(SSIM_RECORD_BYTES).slice(0, SSIM_RECORD_BYTES);
    if (record[0] !== '4') yield* this.#release();
    switch (record[0]) {
      case '1':
        return;
      case '2':
        return this.#carrier(line, record);
      case '3':
        this.#report.legs += 1;
        this.#count(line, record);
        if (length < LEG_BYTES_MIN) return this.#report.refuse(line, `The record ends after ${length} bytes`);
        if (length < SSIM_RECORD_BYTES)
          this.#report.warnOnce('short', line, 'Records are shorter than 200 bytes; what is missing is taken as blank');
        return this.#leg(line, record);
      case '4':
        this.#count(line, record);
        return this.#segment(record);
      case '5':
        this.#count(line, record);
        return this.#trailer(line, record);
      default:
        this.#report.refuse(line, `There is no record type ${record[0]}`);
    }
  }

  /** Why the file as a whole cannot be used; undefined when it can. */
  end(): string | undefined {
    if (this.#blocks === 0) return 'The file has no carrier record';
    return this.#block ? 'The file ends without the trailer of its last carrier: it is not complete' : undefined;
  }

  #count(line: number, record: string): void {
    const problem = this.#serials.problem(record);
    if (problem) this.#report.doubt(line, `${problem}, so records are missing`);
  }

  #carrier(line: number, record: string): void {
    if (this.#block) this.#report.doubt(line, `the schedule of ${this.#block.carrier} has no trailer`);
    this.#serials.begin(record);
    const times = field(record, 2);
    if (times !== 'L' && times !== 'U') this.#report.warn(line, 'The time mode is neither L nor U; times are taken as local');
    this.#blocks += 1;
    this.#block = {
      number: this.#blocks,
      carrier: field(record, 3, 5).trim(),
      times: times === 'U' ? 'utc' : 'local',
      fromDay: ssimDay(field(record, 15, 21)),
      toDay: ssimDay(field(record, 22, 28)),
    };
  }

  #trailer(line: number, record: string): void {
    const carrier = field(record, 3, 5).trim();
    const block = this.#block;
    this.#block = undefined;
    if (!block) this.#report.doubt(line, `a trailer of ${carrier} stands where no schedule is open`);
    else if (block.carrier !== carrier) this.#report.doubt(line, `the schedule of ${block.carrier} ends with the trailer of ${carrier}`);
    if (field(record, 194) === 'C') this.#report.doubt(line, `the trailer of ${carrier} says that the schedule goes on in another file`);
  }

  #leg(line: number, record: string): void {
    const told = flightTold(field(record, 3, 5).trim(), field(record, 6, 9).trim());
    if (!this.#block) {
      this.#report.refuse(line, 'The leg stands before the first carrier record or after the trailer', told);
      return;
    }
    const pattern = ssimLeg(line, record, this.#block, this.#reference, this.#report);
    if (typeof pattern === 'string') this.#report.refuse(line, pattern, told);
    else if (pattern)
      this.#held = {
        ...{ name: field(record, ...LEG_NAME), pattern, marketing: field(record, 149) === MARKETING_LEG },
        ...{ operatedAs: undefined, marketedAs: [], operator: field(record, 111, 119).trim() },
      };
  }

  #segment(record: string): void {
    const held = this.#held;
    if (held?.name !== field(record, ...LEG_NAME)) return;
    const told = field(record, 40, 194);
    switch (field(record, 31, 33)) {
      case OPERATED_AS:
        held.marketing = true;
        held.operatedAs = designatorsIn(told)[0];
        return;
      case MARKETED_AS:
        held.marketedAs = [...held.marketedAs, ...designatorsIn(told)];
        return;
      case OPERATOR:
        held.operator = told.trim();
        return;
    }
  }

  /** Hands on the leg that was held, now that no segment record of it follows. */
  *#release(): Generator<ReadLeg> {
    const held = this.#held;
    this.#held = undefined;
    if (!held) return;
    const { pattern, marketing, operatedAs, marketedAs, operator } = held;
    const { line, carrier, number, suffix, departure, arrival } = pattern;
    const flights = () => expandLeg(pattern, this.#reference, this.#report);
    const isOther = (one: Designator): boolean => one.carrier !== carrier || one.number !== number || one.suffix !== suffix;
    if (!marketing) return yield { pattern, flights: flights(), codeshare: { told: 'operating', others: marketedAs.filter(isOther) } };
    const leg = `${carrier} ${number}${suffix} ${departure.airport.code}-${arrival.airport.code} is a marketing leg`;
    if (operatedAs && isOther(operatedAs)) {
      const operated = designator(operatedAs.carrier, operatedAs.number, operatedAs.suffix);
      this.#report.warn(line, `${leg}: the aircraft flies as ${operated}. It has no seats of its own and leads to that flight`);
      return yield { pattern, flights: flights(), codeshare: { told: 'marketing', others: [operatedAs] } };
    }
    // A store that took it for a flight with seats of its own, as Aisle once did, drops that flight.
    this.#report.spoken.add(pattern);
    this.#report.leftOut += 1;
    const operated = operator ? `it is operated by ${operator}` : 'another flight has the aircraft';
    this.#report.warn(line, `${leg}: ${operated}. It has no seats of its own and is left out`);
  }
}

/** `QX   61`, or several with slashes between them. What is no designator is left out. */
const designatorsIn = (text: string): Designator[] =>
  text.split('/').flatMap((one) => {
    const [, carrier, number, suffix = ''] = /^\s*((?=.?[A-Z])[A-Z0-9]{2}) ? *(\d{1,4})([A-Z]?)\b/.exec(one) ?? [];
    return carrier && Number(number) > 0 ? [{ carrier, number: Number(number), suffix }] : [];
  });
