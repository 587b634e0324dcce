import { dateOfDay } from '../../shared/instants.ts';
import { FARE_CURRENCY } from '../reference/base-fare.ts';
import type { Reference, SeatPlan } from '../reference/reference.ts';
import type { ScheduledFlight } from '../store/tables/scheduled-flight.ts';
import { PERIOD_DAYS_MAX } from './import-bounds.ts';
import { expandLeg, type LegEnd, type LegPattern } from './leg-pattern.ts';
import { flightTold, type ReadReport } from './read-report.ts';
import {
  carriesPassengers,
  field,
  isOpenEnd,
  ssimCabins,
  ssimDay,
  ssimDayShift,
  ssimMinute,
  ssimVariation,
  ssimWeekdays,
} from './ssim-fields.ts';

export const SSIM_HEADER = '1AIRLINE STANDARD SCHEDULE DATA SET';
const RECORD_BYTES = 200;
/** Bytes up to the equipment. A leg record that ends here can still be used. */
const LEG_BYTES_MIN = 75;
const OPEN_END_DAYS = 364;

interface CarrierBlock {
  readonly carrier: string;
  readonly times: 'local' | 'utc';
  readonly fromDay: number | undefined;
  readonly toDay: number | undefined;
}

/** Reads SSIM chapter 7 record by record, by byte position. */
export class SsimReader {
  readonly #reference: Reference;
  readonly #report: ReadReport;
  #block: CarrierBlock | undefined;
  #blocks = 0;

  constructor(reference: Reference, report: ReadReport) {
    this.#reference = reference;
    this.#report = report;
  }

  /** The dated flights of one line; most records have none. */
  *line(line: number, text: string): Generator<ScheduledFlight> {
    if (/^0*$/.test(text.trimEnd())) return;
    // Anything but printable ASCII shifts or hides bytes, and then no position can be trusted.
    if (/[^ -~]/.test(text)) return this.#report.refuse(line, 'The record holds bytes that are not printable ASCII');
    if (text.length > RECORD_BYTES) return this.#report.refuse(line, `The record has ${text.length} bytes, not ${RECORD_BYTES}`);
    const record = text.padEnd(RECORD_BYTES);
    switch (record[0]) {
      case '1':
        return;
      case '2':
        return this.#carrier(line, record);
      case '3':
        this.#report.legs += 1;
        if (text.length < LEG_BYTES_MIN) return this.#report.refuse(line, `The record ends after ${text.length} bytes`);
        if (text.length < RECORD_BYTES)
          this.#report.warnOnce('short', line, 'Records are shorter than 200 bytes; what is missing is taken as blank');
        return yield* this.#leg(line, record);
      case '4':
        return;
      case '5':
        this.#block = undefined;
        return;
      default:
        this.#report.refuse(line, `There is no record type ${record[0]}`);
    }
  }

  /** Why the file as a whole cannot be used; undefined when it can. */
  end(): string | undefined {
    if (this.#blocks === 0) return 'The file has no carrier record';
    return this.#block ? 'The file ends without the trailer of its last carrier: it is not complete' : undefined;
  }

  #carrier(line: number, record: string): void {
    if (this.#block) this.#report.warn(line, `The schedule of ${this.#block.carrier} has no trailer`);
    const times = field(record, 2);
    if (times !== 'L' && times !== 'U') this.#report.warn(line, 'The time mode is neither L nor U; times are taken as local');
    this.#blocks += 1;
    this.#block = {
      carrier: field(record, 3, 5).trim(),
      times: times === 'U' ? 'utc' : 'local',
      fromDay: ssimDay(field(record, 15, 21)),
      toDay: ssimDay(field(record, 22, 28)),
    };
  }

  *#leg(line: number, record: string): Generator<ScheduledFlight> {
    const pattern = this.#pattern(line, record);
    if (typeof pattern === 'string') this.#report.refuse(line, pattern, flightTold(field(record, 3, 5).trim(), field(record, 6, 9).trim()));
    else if (pattern) yield* expandLeg(pattern, this.#reference, this.#report);
  }

  /** The leg, the reason why it is refused, or undefined when it carries no passengers. */
  #pattern(line: number, record: string): LegPattern | string | undefined {
    const block = this.#block;
    if (!block) return 'The leg stands before the first carrier record or after the trailer';
    const carrier = field(record, 3, 5).trim();
    const numberText = field(record, 6, 9).trim();
    const suffix = field(record, 2).trim();
    if (!/^(?=.*[A-Z])[A-Z0-9]{2}$/.test(carrier)) return `The carrier ${quoted(carrier)} is not two characters`;
    if (!/^\d{1,4}$/.test(numberText) || Number(numberText) === 0) return `The flight number ${quoted(numberText)} is not 1 to 9999`;
    if (!/^[A-Z]?$/.test(suffix)) return `The suffix ${quoted(suffix)} is not a letter`;
    if (carrier !== block.carrier)
      this.#report.warnOnce(`carrier ${carrier}`, line, `${carrier} stands in the schedule of ${block.carrier}`);
    const serviceType = field(record, 14);
    if (!carriesPassengers(serviceType)) {
      this.#report.warn(
        line,
        `${carrier} ${Number(numberText)} has service type ${quoted(serviceType)}: it sells no seats and is left out`,
      );
      return undefined;
    }

    const period = this.#period(line, record, block);
    if (typeof period === 'string') return period;
    const weekdays = ssimWeekdays(field(record, 29, 35));
    if (!weekdays) return `The days of operation ${quoted(field(record, 29, 35))} are not digits 1 to 7 in their places`;
    const frequency = field(record, 36);
    if (!' 12'.includes(frequency)) return `The frequency ${quoted(frequency)} is neither 1 nor 2`;
    const departure = this.#end(
      'departure',
      field(record, 37, 39),
      [field(record, 40, 43), field(record, 44, 47)],
      field(record, 48, 52),
      field(record, 193),
    );
    if (typeof departure === 'string') return departure;
    const arrival = this.#end(
      'arrival',
      field(record, 55, 57),
      [field(record, 62, 65), field(record, 58, 61)],
      field(record, 66, 70),
      field(record, 194),
    );
    if (typeof arrival === 'string') return arrival;
    if (departure.airport.code === arrival.airport.code) return `The leg departs from and arrives at ${departure.airport.code}`;
    const equipment = field(record, 73, 75).trim();
    const plan = this.#reference.seatPlanFor(equipment);
    if (!plan) return `There is no seat map for equipment ${quoted(equipment)}`;
    this.#compareCabins(line, equipment, field(record, 173, 192), plan);
    return {
      line,
      carrier,
      number: Number(numberText),
      suffix,
      departure,
      arrival,
      ...period,
      weekdays,
      everyWeeks: frequency === '2' ? 2 : 1,
      validity: { fromDay: block.fromDay, toDay: block.toDay },
      times: block.times,
      equipment,
      seatMap: plan.map.id,
      fare: undefined,
      currency: FARE_CURRENCY,
    };
  }

  #period(line: number, record: string, block: CarrierBlock): { fromDay: number; toDay: number } | string {
    const fromText = field(record, 15, 21);
    const toText = field(record, 22, 28);
    const fromDay = ssimDay(fromText);
    if (fromDay === undefined) return `The period begins at ${quoted(fromText)}, which is no date`;
    let toDay = ssimDay(toText);
    if (isOpenEnd(toText)) {
      toDay = block.toDay !== undefined && block.toDay >= fromDay ? block.toDay : fromDay + OPEN_END_DAYS;
      this.#report.warn(line, `The period has no end; it is read up to ${dateOfDay(toDay)}`);
    }
    if (toDay === undefined) return `The period ends at ${quoted(toText)}, which is no date`;
    if (toDay < fromDay) return 'The period ends before it begins';
    if (toDay - fromDay >= PERIOD_DAYS_MAX) return `The period is longer than ${PERIOD_DAYS_MAX} days`;
    // Real carrier records give a validity that is shorter than their legs. That is reported, and the legs are not cut.
    if ((block.fromDay !== undefined && fromDay < block.fromDay) || (block.toDay !== undefined && toDay > block.toDay)) {
      const validity = `${block.fromDay === undefined ? '' : dateOfDay(block.fromDay)} to ${block.toDay === undefined ? '' : dateOfDay(block.toDay)}`;
      this.#report.warnOnce(
        `validity ${this.#blocks}`,
        line,
        `Legs reach beyond the validity ${validity} of the carrier record; they are read in full`,
      );
    }
    return { fromDay, toDay };
  }

  /** `times`: the passenger's first, the aircraft's where that is blank. */
  #end(what: string, code: string, times: readonly [string, string], variation: string, shift: string): LegEnd | string {
    const airport = this.#reference.airport(code);
    if (!airport) return `No airport of ${what} is called ${quoted(code)}`;
    const time = times[0].trim() === '' ? times[1] : times[0];
    const minute = ssimMinute(time);
    if (minute === undefined) return `The time of ${what} ${quoted(time)} is no time`;
    const dayShift = ssimDayShift(shift);
    if (dayShift === null) return `The date variation of ${what} ${quoted(shift)} is none of 0, 1, 2, A`;
    return { airport, minute, dayShift, variation: ssimVariation(variation) };
  }

  #compareCabins(line: number, equipment: string, configuration: string, plan: SeatPlan): void {
    const cabins = ssimCabins(configuration);
    const text = (seats: Readonly<Record<string, number>>): string =>
      Object.entries(seats)
        .map(([cabin, count]) => `${cabin}${count}`)
        .sort()
        .join(' ');
    const told = text(cabins);
    const sold = text(plan.capacity);
    if (told === '' || told === sold) return;
    this.#report.warnOnce(
      `cabins ${equipment} ${told}`,
      line,
      `Equipment ${equipment} is ${told} in the file; it is sold by the seat map ${plan.map.name}, ${sold}`,
    );
  }
}

const quoted = (text: string): string => `"${text.trim()}"`;
