import { designator } from '../flight-designator.ts';
import { CABIN_NAMES } from '../seat-map.ts';
import type { Comparison, FilterBound, FlightFilter, FlightMark, FlightScope } from './flight-filter.ts';

const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export const MARK_WORDS: Readonly<Record<FlightMark, string>> = {
  override: 'override',
  'below-bid': 'below bid',
  ahead: 'ahead of usual',
  behind: 'behind usual',
  ceiling: 'at ceiling',
  floor: 'at floor',
};

/** Words of one comparison around its figure: "under 30 days", "30 days or less". */
const COMPARED: Readonly<Record<Comparison, (figure: string) => string>> = {
  '<': (figure) => `under ${figure}`,
  '<=': (figure) => `${figure} or less`,
  '>': (figure) => `over ${figure}`,
  '>=': (figure) => `${figure} or more`,
  '=': (figure) => figure,
};

/** A filter read back, one text for each thing that it asks for: "JFK to LAX", "leaves in under 30 days", "economy under 60 % sold". */
export function filterWords(filter: FlightFilter): readonly string[] {
  const { scope, carrier, cabin, weekdays, bounds, marks } = filter;
  const ofCabin = cabin === null ? '' : `${CABIN_NAMES[cabin]} `;
  const words = [scopeWords(scope)];
  if (carrier !== null) words.push(`carrier ${carrier}`);
  if (weekdays.length > 0) words.push(`leaves on ${either(weekdays.map((day) => DAY_NAMES[day - 1] ?? ''))}`);
  if (cabin !== null && !bounds.some(({ figure }) => figure === 'load')) words.push(CABIN_NAMES[cabin]);
  for (const bound of bounds) words.push(boundWords(bound, ofCabin));
  if (marks.length > 0) words.push(either(marks.map((mark) => MARK_WORDS[mark])));
  return words;
}

function scopeWords(scope: FlightScope): string {
  switch (scope.kind) {
    case 'network':
      return 'all flights';
    case 'from':
      return `from ${scope.from}`;
    case 'to':
      return `to ${scope.to}`;
    case 'route':
      return `${scope.from} to ${scope.to}`;
    case 'flight':
      return designator(scope.carrier, scope.number, scope.suffix);
  }
}

function boundWords({ figure, is, value }: FilterBound, ofCabin: string): string {
  const compared = COMPARED[is];
  switch (figure) {
    case 'd':
      if (value === 0 && is === '=') return 'leaves today';
      return `leaves in ${compared(value === 1 ? '1 day' : `${value} days`)}`;
    case 'load':
      return `${ofCabin}${compared(`${value} %`)} sold`;
    case 'price':
      return `price ${compared(priceText(value))}`;
    default:
      return `${compared(`${value} ${Math.abs(value) === 1 ? 'seat' : 'seats'}`)} in ${spanWords(figure.slice(-1))}`;
  }
}

const spanWords = (days: string): string => (days === '1' ? 'the last day' : `${days} days`);

/** Thousandths of a unit as they were typed: `200`, `199.50`. */
function priceText(thousandths: number): string {
  const part = String(thousandths % 1_000).padStart(3, '0');
  const whole = Math.floor(thousandths / 1_000).toString();
  if (part === '000') return whole;
  return `${whole}.${part.endsWith('0') ? part.slice(0, 2) : part}`;
}

const either = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
