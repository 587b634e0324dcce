import { minor, moneyText } from '../../shared/money.ts';
import type { PriceQuestion, SeatsTaken } from '../../shared/pricing/rules/price-rule.ts';
import { CABIN_NAMES } from '../../shared/seat-map.ts';
import { fullDate } from '../format/times.ts';
import { PEOPLE, SEATS } from './rules/traveller-forms.ts';

const percent = ({ authorised, held, sold }: SeatsTaken): number => (authorised === 0 ? 0 : Math.round(((held + sold) * 100) / authorised));

/** The case that shows what is wrong with a policy: the flight, and whatever of its day, seat and passenger is not the usual. */
export function caseWords(question: PriceQuestion): string {
  const {
    currency,
    baseFare,
    cabin,
    ofCabin,
    ofFlight,
    daysAhead,
    date,
    seat,
    passenger,
    promotion,
    competitor,
    closed = [],
    miles,
  } = question;
  const money = (amount: number): string => moneyText(minor(amount), currency);
  return [
    CABIN_NAMES[cabin],
    `${money(baseFare)} ${currency} filed`,
    `${percent(ofCabin)} % taken`,
    ...(percent(ofFlight) === percent(ofCabin) ? [] : [`${percent(ofFlight)} % of the whole flight`]),
    `${daysAhead} d before ${fullDate(date)}`,
    ...(seat === 'standard' ? [] : [SEATS[seat]]),
    ...(passenger === 'ADT' ? [] : [PEOPLE[passenger]]),
    ...(promotion === undefined ? [] : [`with ${promotion}`]),
    ...(competitor === undefined ? [] : [`competitor at ${money(competitor.fare)}`]),
    ...(miles === undefined ? [] : [`${miles} miles`]),
    ...(closed.length === 0 ? [] : [`${closed.join(' ')} closed`]),
  ].join(', ');
}
