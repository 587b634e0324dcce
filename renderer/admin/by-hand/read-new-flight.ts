import { SOLD_AS_MAX } from '../../../shared/bounds.ts';
import { isCurrency } from '../../../shared/currencies.ts';
import { parseDesignator } from '../../../shared/flight-designator.ts';
import type { NewFlight } from '../../../shared/methods/hand-changes.ts';
import { readMoney } from '../../../shared/money.ts';
import { WEEKDAYS } from '../../../shared/weekdays.ts';
import { readDate } from '../../format/read-date.ts';
import { aircraftWrong } from './aircraft-fields.tsx';
import { readLegTime } from './read-leg-time.ts';

export const BLANK = {
  ...{ flight: '', origin: '', destination: '', from: '', to: '', days: '', departs: '', arrives: '' },
  ...{ equipment: '', configuration: '', fare: '', currency: 'USD', soldAs: '' },
};
export type TypedFlight = Readonly<typeof BLANK>;
export type WrongFlight = Partial<Record<keyof TypedFlight, string>>;

const EVERY_DAY = '1234567';
const PLACE = 'Three letters, such as JFK.';
const DATE = 'A date, such as 24NOV.';
const isPlace = (text: string): boolean => /^[A-Z]{3}$/.test(text);

const NUMBER_0 = 'No flight has the number 0.';

/** `LH 9123, UA 4455A`, or what is wrong with it. */
function readNumbers(text: string): NewFlight['soldAs'] | string {
  const words = text.split(/[,;]/).filter((word) => word.trim() !== '');
  const numbers = words.flatMap((word) => parseDesignator(word) ?? []);
  if (numbers.length < words.length || numbers.length > SOLD_AS_MAX)
    return `Up to ${SOLD_AS_MAX} numbers with commas, such as LH 9123, UA 4455.`;
  return numbers.some(({ number }) => number === 0) ? NUMBER_0 : numbers;
}

/** A flight that a person typed, or what is wrong with it, by field. */
export function readNewFlight(typed: TypedFlight, today: string): NewFlight | { readonly wrong: WrongFlight } {
  const flight = parseDesignator(typed.flight);
  const from = readDate(typed.from, today, 'ahead');
  const to = typed.to.trim() === '' ? from : readDate(typed.to, today, 'ahead');
  const days = typed.days.trim() === '' ? EVERY_DAY : typed.days.replaceAll(/[\s,]/g, '');
  const [departs, arrives] = [readLegTime(typed.departs), readLegTime(typed.arrives)];
  const soldAs = readNumbers(typed.soldAs);
  const known = isCurrency(typed.currency);
  const fare = typed.fare.trim() === '' ? null : known ? readMoney(typed.fare, typed.currency) : null;
  const wrong: WrongFlight = {
    ...(flight ? {} : { flight: 'A carrier and a number, such as AA 185.' }),
    ...(flight?.number === 0 ? { flight: NUMBER_0 } : {}),
    ...(isPlace(typed.origin) ? {} : { origin: PLACE }),
    ...(isPlace(typed.destination) ? {} : { destination: PLACE }),
    ...(from ? {} : { from: DATE }),
    ...(to || typed.to.trim() === '' ? {} : { to: DATE }),
    ...(WEEKDAYS.test(days) ? {} : { days: 'Digits 1 (Monday) to 7, each once.' }),
    ...(departs && departs.day === 0 ? {} : { departs: 'A local time, such as 11:30.' }),
    ...(arrives && arrives.day >= -1 && arrives.day <= 2 ? {} : { arrives: 'A local time, such as 14:40, or 06:40+1.' }),
    ...aircraftWrong(typed),
    ...(fare === undefined || fare === 0 ? { fare: `An amount in ${typed.currency}.` } : {}),
    ...(known ? {} : { currency: 'Such as USD.' }),
    ...(typeof soldAs === 'string' ? { soldAs } : {}),
  };
  if (Object.keys(wrong).length > 0 || !flight || !from || !to || !departs || !arrives || typeof soldAs === 'string' || fare === undefined)
    return { wrong };
  // A day that was not typed is the only one with which the flight takes at most 24 hours: the hub finds it.
  const day = /[+\u2212-]\d$/.test(typed.arrives.trim()) ? arrives.day : null;
  return {
    ...{ kind: 'schedule', ...flight, origin: typed.origin, destination: typed.destination, from, to, days },
    ...{ departs: departs.time, arrives: { time: arrives.time, day } },
    ...{ equipment: typed.equipment, configuration: typed.configuration, fare, currency: typed.currency, soldAs },
  };
}
