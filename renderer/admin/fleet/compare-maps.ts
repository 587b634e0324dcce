import { CABIN_NAMES, type SeatMap } from '../../../shared/seat-map.ts';
import { capital } from '../../format/capital.ts';
import { drawnSeats } from '../../seats/drawn-seats.ts';
import { fixturePlace } from './fixture-place.ts';

/** One difference between two maps, and where it is. */
export interface Difference {
  readonly text: string;
  readonly where: readonly string[];
}

/** Codes that somebody put there, in words. What follows from the plan changes with it and is not said twice. */
const CODE_WORDS: Readonly<Record<string, string>> = {
  L: 'extra legroom',
  B: 'bassinet',
  H: 'accessible',
  '1': 'restricted',
  CH: 'charged',
  K: 'bulkhead',
};

const minus = (all: Iterable<string>, without: ReadonlySet<string>) => [...all].filter((each) => !without.has(each));

function moreAndLess(
  words: (count: number, sense: 'more' | 'less') => string,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): Difference[] {
  const [less, more] = [minus(before, after), minus(after, before)];
  return [
    ...(less.length > 0 ? [{ text: words(less.length, 'less'), where: less }] : []),
    ...(more.length > 0 ? [{ text: words(more.length, 'more'), where: more }] : []),
  ];
}

const exitRows = (map: SeatMap) => new Set(map.rows.filter((row) => row.exit).map(({ row }) => String(row)));
const fixturesOf = (map: SeatMap) => new Set(map.fixtures.map((fixture) => `${capital(fixture.kind)} ${fixturePlace(map, fixture)}`));
const NONE: ReadonlySet<string> = new Set();
const aislesOf = (map: SeatMap) => Math.max(0, ...map.rows.map((row) => row.layout.split(' ').length - 1));

const seatsByName = (map: SeatMap) => new Map(drawnSeats(map).map((seat) => [seat.seat, seat]));

/** What a map has otherwise than the one before it: seats, their cabins and codes, exits, fixtures, aisles, the wing. Empty when they are alike. */
export function compareMaps(before: SeatMap, after: SeatMap): Difference[] {
  const [old, now] = [seatsByName(before), seatsByName(after)];
  const stay = [...now.values()].filter(({ seat }) => old.has(seat));
  const moved = stay.filter((seat) => old.get(seat.seat)?.cabin !== seat.cabin);
  const byCabin = Map.groupBy(moved, ({ cabin }) => cabin);
  const having = (seats: typeof old, code: string) =>
    new Set(
      [...seats.values()].filter((seat) => seat.codes.includes(code) && old.has(seat.seat) && now.has(seat.seat)).map(({ seat }) => seat),
    );
  const [aislesBefore, aislesAfter] = [aislesOf(before), aislesOf(after)];
  // With other aisles every fixture stands between other letters, though none was moved.
  const [stood, stand] = aislesBefore === aislesAfter ? [fixturesOf(before), fixturesOf(after)] : [NONE, NONE];
  const isWing = before.wing.from === after.wing.from && before.wing.to === after.wing.to;
  return [
    ...moreAndLess((count, sense) => `${count} ${count === 1 ? 'seat' : 'seats'} ${sense}`, new Set(old.keys()), new Set(now.keys())),
    ...[...byCabin].map(([cabin, seats]) => ({ text: `Now ${CABIN_NAMES[cabin]}`, where: seats.map(({ seat }) => seat) })),
    ...Object.entries(CODE_WORDS).flatMap(([code, word]) =>
      moreAndLess((count, sense) => `${count} ${word} ${sense}`, having(old, code), having(now, code)),
    ),
    ...moreAndLess((count, sense) => `${count === 1 ? 'Exit row' : 'Exit rows'} ${sense}`, exitRows(before), exitRows(after)),
    ...minus(stood, stand).map((gone) => ({ text: 'Without', where: [gone] })),
    ...minus(stand, stood).map((more) => ({ text: 'New', where: [more] })),
    ...(aislesBefore === aislesAfter ? [] : [{ text: 'Aisles', where: [`${aislesAfter}, was ${aislesBefore}`] }]),
    ...(isWing ? [] : [{ text: 'Wing', where: [`rows ${after.wing.from} to ${after.wing.to}`] }]),
  ];
}
