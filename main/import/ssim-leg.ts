import { CARRIER_CODE } from '../../shared/carrier-code.ts';
import { dateOfDay } from '../../shared/instants.ts';
import { FARE_CURRENCY } from '../reference/base-fare.ts';
import type { Reference } from '../reference/reference.ts';
import { choosePlan } from './choose-plan.ts';
import { configurationSaid } from './configuration-said.ts';
import { Faults } from './faults.ts';
import { PERIOD_DAYS_MAX } from './import-bounds.ts';
import type { LegEnd, LegPattern } from './leg-pattern.ts';
import type { ReadReport } from './read-report.ts';
import { carriesPassengers, field, isOpenEnd, ssimDay, ssimDayShift, ssimMinute, ssimVariation, ssimWeekdays } from './ssim-fields.ts';

/** What a carrier record says for the legs that follow it. */
export interface CarrierBlock {
  /** 1 for the first of the file. */
  readonly number: number;
  readonly carrier: string;
  readonly times: 'local' | 'utc';
  readonly fromDay: number | undefined;
  readonly toDay: number | undefined;
}

const OPEN_END_DAYS = 364;

/** Reads one leg record. Returns the leg, all reasons why it is refused, or undefined when it carries no passengers. */
export function ssimLeg(
  line: number,
  record: string,
  block: CarrierBlock,
  reference: Reference,
  report: ReadReport,
): LegPattern | string | undefined {
  const faults = new Faults();
  const carrier = field(record, 3, 5).trim();
  const numberText = field(record, 6, 9).trim();
  const suffix = field(record, 2).trim();
  if (!CARRIER_CODE.test(carrier)) faults.add(`The carrier ${quoted(carrier)} is not two characters`);
  if (!/^\d{1,4}$/.test(numberText) || Number(numberText) === 0) faults.add(`The flight number ${quoted(numberText)} is not 1 to 9999`);
  if (!/^[A-Z]?$/.test(suffix)) faults.add(`The suffix ${quoted(suffix)} is not a letter`);
  const serviceType = field(record, 14);
  if (!faults.text) {
    if (carrier !== block.carrier) report.warnOnce(`carrier ${carrier}`, line, `${carrier} stands in the schedule of ${block.carrier}`);
    if (!carriesPassengers(serviceType)) {
      report.warn(line, `${carrier} ${Number(numberText)} has service type ${quoted(serviceType)}: it sells no seats and is left out`);
      return undefined;
    }
  }

  const period = readPeriod(line, record, block, faults, report);
  const days = field(record, 29, 35);
  const weekdays = ssimWeekdays(days) ?? faults.add(`The days of operation ${quoted(days)} are not digits 1 to 7 in their places`);
  const frequency = field(record, 36);
  if (!' 12'.includes(frequency)) faults.add(`The frequency ${quoted(frequency)} is neither 1 nor 2`);
  const departure = readEnd(record, DEPARTURE, reference, faults);
  const arrival = readEnd(record, ARRIVAL, reference, faults);
  if (departure && departure.airport === arrival?.airport) faults.add(`The leg departs from and arrives at ${departure.airport.code}`);
  const equipment = field(record, 73, 75).trim();
  const configuration = field(record, 173, 192).trim();
  const plan = choosePlan({ equipment, configuration }, reference, faults);
  if (faults.text || !period || !weekdays || !departure || !arrival || !plan) return faults.text;
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
    itinerary: { variation: field(record, 10, 11), leg: field(record, 12, 13) },
    // A leg of another carrier speaks for its own flight alone, so this carrier record has no days for it.
    validity: carrier === block.carrier ? { fromDay: block.fromDay, toDay: block.toDay } : NO_DAYS,
    times: block.times,
    equipment,
    configuration: configurationSaid(configuration),
    plan,
    fare: undefined,
    currency: FARE_CURRENCY,
  };
}

const NO_DAYS = { fromDay: Number.MAX_SAFE_INTEGER, toDay: undefined };

function readPeriod(
  line: number,
  record: string,
  block: CarrierBlock,
  faults: Faults,
  report: ReadReport,
): { fromDay: number; toDay: number } | undefined {
  const fromText = field(record, 15, 21);
  const toText = field(record, 22, 28);
  const fromDay = ssimDay(fromText) ?? faults.add(`The period begins at ${quoted(fromText)}, which is no date`);
  let toDay = ssimDay(toText);
  if (isOpenEnd(toText) && fromDay !== undefined) {
    toDay = block.toDay !== undefined && block.toDay >= fromDay ? block.toDay : fromDay + OPEN_END_DAYS;
    report.warn(line, `The period has no end; it is read up to ${dateOfDay(toDay)}`);
  }
  if (toDay === undefined && !isOpenEnd(toText)) faults.add(`The period ends at ${quoted(toText)}, which is no date`);
  if (fromDay === undefined || toDay === undefined) return undefined;
  if (toDay < fromDay) return faults.add('The period ends before it begins');
  if (toDay - fromDay >= PERIOD_DAYS_MAX) return faults.add(`The period is longer than ${PERIOD_DAYS_MAX} days`);
  // Real carrier records give a validity that is shorter than their legs. That is reported, and the legs are not cut.
  if ((block.fromDay !== undefined && fromDay < block.fromDay) || (block.toDay !== undefined && toDay > block.toDay)) {
    const validity = `${block.fromDay === undefined ? '' : dateOfDay(block.fromDay)} to ${block.toDay === undefined ? '' : dateOfDay(block.toDay)}`;
    report.warnOnce(
      `validity ${block.number}`,
      line,
      `Legs reach beyond the validity ${validity} of the carrier record; they are read in full`,
    );
  }
  return { fromDay, toDay };
}

/** Byte positions of one end of a leg. The aircraft's time stands before the passenger's on arrival, and after it on departure. */
const DEPARTURE = { what: 'departure', code: 37, passenger: 40, aircraft: 44, variation: 48, dayShift: 193 };
const ARRIVAL = { what: 'arrival', code: 55, passenger: 62, aircraft: 58, variation: 66, dayShift: 194 };

/** The passenger's time counts, the aircraft's where that is blank. */
function readEnd(record: string, at: typeof DEPARTURE, reference: Reference, faults: Faults): LegEnd | undefined {
  const code = field(record, at.code, at.code + 2);
  const airport = reference.airport(code) ?? faults.add(`No airport of ${at.what} is called ${quoted(code)}`);
  const passenger = field(record, at.passenger, at.passenger + 3);
  const time = passenger.trim() === '' ? field(record, at.aircraft, at.aircraft + 3) : passenger;
  const minute = ssimMinute(time) ?? faults.add(`The time of ${at.what} ${quoted(time)} is no time`);
  const shift = field(record, at.dayShift);
  const dayShift = ssimDayShift(shift);
  if (dayShift === null) return faults.add(`The date variation of ${at.what} ${quoted(shift)} is none of 0, 1, 2, A`);
  const variation = ssimVariation(field(record, at.variation, at.variation + 4));
  return airport && minute !== undefined ? { airport, minute, dayShift, variation } : undefined;
}

const quoted = (text: string): string => `"${text.trim()}"`;
