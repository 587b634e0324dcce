import { parseDesignator } from '../flight-designator.ts';
import { CABINS, type Cabin } from '../seat-map.ts';

/** What a line is compared by: days to go, seats sold in percent, the price now, seats sold in the last day, 3 days and 7 days. */
export const FILTER_FIGURES = ['d', 'load', 'price', 'pickup1', 'pickup3', 'pickup7'] as const;
export type FilterFigure = (typeof FILTER_FIGURES)[number];
const COMPARISONS = ['<', '<=', '>', '>=', '='] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Why a flight stands out, in the order in which one of them is shown where several are true. */
export const FLIGHT_MARKS = ['override', 'below-bid', 'ahead', 'behind', 'ceiling', 'floor'] as const;
export type FlightMark = (typeof FLIGHT_MARKS)[number];

const WEEKDAYS: readonly string[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Which departures are looked at. A place is an airport, or a city with all its airports. */
export type FlightScope =
  | { readonly kind: 'network' }
  | { readonly kind: 'from'; readonly from: string }
  | { readonly kind: 'to'; readonly to: string }
  | { readonly kind: 'route'; readonly from: string; readonly to: string }
  | { readonly kind: 'flight'; readonly carrier: string; readonly number: number; readonly suffix: string };

/** `value`: whole days, percent or seats; a price in thousandths of a unit, so that the fils of a dinar fit. */
export interface FilterBound {
  readonly figure: FilterFigure;
  readonly is: Comparison;
  readonly value: number;
}

export interface FlightFilter {
  readonly scope: FlightScope;
  readonly carrier: string | null;
  /** Null: of each flight the cabin with the most seats. */
  readonly cabin: Cabin | null;
  /** 1 is Monday, local to the departure; none means all. */
  readonly weekdays: readonly number[];
  /** All of them hold. */
  readonly bounds: readonly FilterBound[];
  /** A flight has one of them; none means all flights. */
  readonly marks: readonly FlightMark[];
}

/** Where a line cannot be read: the first sign of it, how many, and why, as the end of a sentence that begins with these signs. */
export interface FilterProblem {
  readonly at: number;
  readonly length: number;
  readonly says: string;
}

export type ReadFilter = { readonly ok: true; readonly filter: FlightFilter } | { readonly ok: false; readonly problem: FilterProblem };

export const FILTER_LENGTH_MAX = 200;
/** A bound has at most so many, far above any flight and far below what a number holds exactly. */
const WHOLE_MAX = 9_999;
const PRICE_DIGITS_MAX = 9;

/** `d < 30` may have spaces, and so may `AA 9`. Everything else ends at a space. */
const PARTS = /([^\s<>=]+)\s*(<=|>=|[<>=])\s*([^\s<>=]+)|(?:[A-Z][A-Z0-9]|[0-9][A-Z])\s+\d{1,4}[A-Z]?(?!\S)|\S+/gi;

type Draft = { -readonly [Field in keyof FlightFilter]: FlightFilter[Field] };

/** Reads a line such as `JFK-LAX d<30 load<60`, in capital or small letters. docs/pricing.md shows what it can ask for. */
export function readFlightFilter(line: string): ReadFilter {
  if (line.length > FILTER_LENGTH_MAX) return refused(FILTER_LENGTH_MAX, line.length - FILTER_LENGTH_MAX, 'is more than a line holds');
  const filter: Draft = { scope: { kind: 'network' }, carrier: null, cabin: null, weekdays: [], bounds: [], marks: [] };
  for (const part of line.matchAll(PARTS)) {
    const [text, name, is, value] = part;
    const says = name && value ? readBound(filter, name.toLowerCase(), is as Comparison, value) : readWord(filter, text.toUpperCase());
    if (says !== undefined) return refused(part.index, text.length, says);
  }
  return { ok: true, filter };
}

const refused = (at: number, length: number, says: string): ReadFilter => ({ ok: false, problem: { at, length, says } });

/** `d<30`, `cabin=J`, `day=fri,sat`. Returns why not. */
function readBound(filter: Draft, name: string, is: Comparison, value: string): string | undefined {
  if (name === 'cabin') return is === '=' ? readCabin(filter, value.toUpperCase()) : 'asks for a cabin with = alone';
  if (name === 'day') return is === '=' ? readDays(filter, value.toLowerCase()) : 'asks for days of the week with = alone';
  const figure = FILTER_FIGURES.find((known) => known === (name === 'pickup' ? 'pickup7' : name));
  if (!figure) return 'asks for nothing that is known: begin with d, load, price, pickup, cabin or day';
  const read = figure === 'price' ? readPrice(value) : readWhole(value, figure.startsWith('pickup'));
  if (read === undefined) return figure === 'price' ? 'ends with no amount' : 'ends with no whole number';
  filter.bounds = [...filter.bounds, { figure, is, value: read }];
  return undefined;
}

function readCabin(filter: Draft, value: string): string | undefined {
  const cabin = CABINS.find((known) => known === value);
  if (!cabin) return `names no cabin: write one of ${CABINS.join(', ')}`;
  if (filter.cabin !== null && filter.cabin !== cabin) return 'is a second cabin: a line asks for one';
  filter.cabin = cabin;
  return undefined;
}

function readDays(filter: Draft, value: string): string | undefined {
  const days = value.split(',').map((day) => WEEKDAYS.indexOf(day) + 1);
  if (days.includes(0)) return `names no day of the week: write ${WEEKDAYS.join(', ')}`;
  filter.weekdays = [...new Set([...filter.weekdays, ...days])].sort((a, b) => a - b);
  return undefined;
}

function readWhole(text: string, signed: boolean): number | undefined {
  if (!(signed ? /^[-+]?\d+$/ : /^\d+$/).test(text)) return undefined;
  const value = Number(text);
  return Math.abs(value) <= WHOLE_MAX ? value : undefined;
}

function readPrice(text: string): number | undefined {
  const match = /^(\d+)(?:\.(\d{1,3}))?$/.exec(text);
  if (!match?.[1] || match[1].length > PRICE_DIGITS_MAX) return undefined;
  return Number(match[1] + (match[2] ?? '').padEnd(3, '0'));
}

/** A place, a route, a flight, a carrier or a mark. Returns why not. */
function readWord(filter: Draft, word: string): string | undefined {
  const mark = FLIGHT_MARKS.find((known) => known === word.toLowerCase());
  if (mark) {
    filter.marks = [...new Set([...filter.marks, mark])];
    return undefined;
  }
  if (/^([A-Z][A-Z0-9]|[0-9][A-Z])$/.test(word)) {
    if (filter.carrier !== null && filter.carrier !== word) return 'is a second carrier: a line asks for one';
    filter.carrier = word;
    return undefined;
  }
  const scope = scopeOf(word, filter.scope);
  if (scope === 'second') return 'is a second place or flight: a line asks for one route, airport or flight';
  if (scope === 'same') return 'leaves from where it arrives';
  if (!scope) return 'is no route, airport, flight, carrier or figure';
  filter.scope = scope;
  return undefined;
}

/** `JFK-LAX`, `JFK`, `JFK-`, `-LAX`, `AA9`. A second airport after the first is where the route goes to. */
function scopeOf(word: string, before: FlightScope): FlightScope | 'second' | 'same' | undefined {
  const [, from, dash, to] = /^([A-Z]{3})?(-)?([A-Z]{3})?$/.exec(word) ?? [];
  const flight = parseDesignator(word);
  if (from && to && !dash) return undefined;
  if (!from && !to && !flight) return undefined;
  const goesOn = before.kind === 'from' && from && !dash;
  if (before.kind !== 'network' && !goesOn) return 'second';
  if (before.kind === 'from' && from) return before.from === from ? 'same' : { kind: 'route', from: before.from, to: from };
  if (flight) return { kind: 'flight', ...flight };
  if (from && to) return from === to ? 'same' : { kind: 'route', from, to };
  if (from) return { kind: 'from', from };
  return to ? { kind: 'to', to } : undefined;
}
