import type { Seat } from '../../shared/seat-map.ts';
import type { SeatedPassenger } from './seat-choice.ts';
import { groupsAcrossTheAisle, groupsApart, groupsInRows, groupsSideBySide } from './seat-groups.ts';
import { seatParty } from './seat-party.ts';

/** A party of which some lose their seats because the cabin is another. Places count those who sit on the flight. */
export interface LosingParty {
  readonly party: readonly SeatedPassenger[];
  /** Their seats, in the same order; no seat where somebody has none. */
  readonly seats: readonly (Seat | undefined)[];
  /** Places of those who lose theirs. */
  readonly lose: readonly number[];
}

/** Who may get an exit row or a seat that costs extra: who had one of these, or nobody. */
export type SpecialSeats = 'whoHadOne' | 'nobody';

/** New seats by place; undefined where the party cannot be seated as a whole. */
export type SeatsGiven = ReadonlyMap<number, Seat> | undefined;

const STEPS = [groupsSideBySide, groupsAcrossTheAisle, groupsInRows, groupsApart] as const;

interface Candidate {
  readonly given: ReadonlyMap<number, Seat>;
  /** What is given up, the worst first. */
  readonly worse: readonly number[];
}

/**
 * Seats for who loses one, as like theirs as can be had. `free`: the seats of the cabin that nobody has. What is given up, the last first:
 * 1. A child beside an adult of the party. For this alone the others of the party move too, although they could keep their seats.
 * 2. Together: side by side, then split by the aisle, then in rows behind each other, then apart; who moves alone, beside one of the party.
 * 3. Window, aisle or neither, as each seat was.
 * 4. Bassinet, accessible, extra legroom, beside a galley or lavatory, in an exit row, or none of these, as each seat was.
 * 5. The nearest row, and in it the nearest place. The other side of the first aisle is as far as ROWS_ACROSS rows.
 * `special`: whoHadOne: an exit row is given to a party only if all who move sat in one, because they agreed aloud, and a seat that costs extra only to
 * those who had one. nobody: neither is given.
 */
export function seatsLike(free: readonly Seat[], losing: LosingParty, special: SpecialSeats): SeatsGiven {
  const few = best(candidates(free, losing, losing.lose, special));
  const children = losing.party.some(({ type }) => type !== 'ADT');
  if (!children || few?.worse[0] === 0) return few?.given;
  const all = losing.seats.flatMap((seat, place) => (seat ? [place] : []));
  // Those of the party who keep their seats give them up, so the party may have these again.
  const own = losing.seats.filter((seat, place): seat is Seat => seat !== undefined && !losing.lose.includes(place));
  const together = best(candidates([...free, ...own], losing, all, special));
  if (!few || (together && (together.worse[0] ?? 0) < (few.worse[0] ?? 0))) return together?.given;
  return few.given;
}

function* candidates(free: readonly Seat[], losing: LosingParty, movers: readonly number[], special: SpecialSeats): Generator<Candidate> {
  const had = movers.flatMap((place) => losing.seats[place] ?? []);
  const asBefore = special === 'whoHadOne' && had.length === movers.length;
  const exits = asBefore && had.every(({ exit }) => exit) && mayHaveExit(losing, movers);
  const charged = asBefore && had.every(({ codes }) => codes.includes('CH'));
  const mayHave = free.filter((seat) => seat.sellable && (exits || !seat.exit) && (charged || !seat.codes.includes('CH')));
  const inOrder = mayHave.toSorted((a, b) => a.rowIndex - b.rowIndex || columnOf(a) - columnOf(b));
  const rows = [...Map.groupBy(inOrder, ({ rowIndex }) => rowIndex).values()];
  for (const [step, groups] of STEPS.entries()) {
    for (const group of groups(rows, movers.length)) {
      for (const given of waysToSit(group, losing, movers)) {
        const sitting = losing.seats.map((seat, place) => given.get(place) ?? (movers.includes(place) ? undefined : seat));
        const alone = childrenAlone(losing.party, sitting);
        const apart =
          movers.length > 1 ? step : sitting.some((other, place) => !given.has(place) && other && isNear(other, group[0])) ? 0 : 1;
        const pairs = [...given].map(([place, seat]) => [losing.seats[place], seat] as const);
        const otherKind = pairs.filter(([old, seat]) => old && kindOf(old) !== kindOf(seat)).length;
        const unlike = pairs.filter(([old, seat]) => old && marksOf(old) !== marksOf(seat)).length;
        const rowsAway = pairs.reduce((sum, [old, seat]) => sum + (old ? rowsBetween(old, seat) : 0), 0);
        const placesAway = pairs.reduce((sum, [old, seat]) => sum + (old ? Math.abs(columnOf(old) - columnOf(seat)) : 0), 0);
        yield { given, worse: [alone, apart, otherKind, unlike, rowsAway, placesAway] };
      }
    }
  }
}

/** The seats of a group in the order in which the party sat, and so that as few children as possible are alone. */
function waysToSit(group: readonly Seat[], { party, seats }: LosingParty, movers: readonly number[]): ReadonlyMap<number, Seat>[] {
  const asTheySat = movers.toSorted((a, b) => orderOf(seats[a]) - orderOf(seats[b]) || a - b);
  const sorted = group.toSorted((a, b) => orderOf(a) - orderOf(b));
  const ways = [new Map(asTheySat.flatMap((place, at) => (sorted[at] ? [[place, sorted[at]] as const] : [])))];
  const types = movers.flatMap((place) => party[place]?.type ?? []);
  if (types.every((type) => type === types[0])) return ways;
  const byName = new Map(group.map((seat) => [seat.seat, seat]));
  const cared = seatParty(group, types).seats.map((name) => byName.get(name));
  return [...ways, new Map(movers.flatMap((place, at) => (cared[at] ? [[place, cared[at]] as const] : [])))];
}

const mayHaveExit = ({ party }: LosingParty, movers: readonly number[]): boolean =>
  movers.every((place) => party[place]?.type === 'ADT' && !party[place].infant && !party[place].assistance);

/** Children without an adult of the party beside them, where the party has an adult. */
function childrenAlone(party: readonly SeatedPassenger[], sitting: readonly (Seat | undefined)[]): number {
  const adults = sitting.filter((seat, place) => seat && party[place]?.type === 'ADT');
  if (adults.length === 0) return 0;
  return sitting.filter((seat, place) => seat && party[place]?.type !== 'ADT' && !adults.some((adult) => isBeside(adult, seat))).length;
}

const isBeside = (one: Seat | undefined, other: Seat | undefined): boolean =>
  one !== undefined && one.rowIndex === other?.rowIndex && one.block === other.block && Math.abs(one.place - other.place) === 1;
/** Also across the aisle. */
const isNear = (one: Seat, other: Seat | undefined): boolean =>
  isBeside(one, other) || (one.rowIndex === other?.rowIndex && Math.abs(one.block - other.block) === 1 && one.aisle && other.aisle);

/** The other side of the cabin is a longer way from what a passenger chose than the same place some rows away. */
const ROWS_ACROSS = 3;
const isPort = ({ block }: Seat): boolean => block === 0;
const rowsBetween = (old: Seat, seat: Seat): number => Math.abs(old.row - seat.row) + (isPort(old) === isPort(seat) ? 0 : ROWS_ACROSS);

const kindOf = ({ window, aisle }: Seat): string => (window ? 'window' : aisle ? 'aisle' : 'centre');
const MARKS = ['B', 'H', 'L', '6', '7', 'E'];
const marksOf = ({ codes }: Seat): string => MARKS.filter((code) => codes.includes(code)).join();
const columnOf = ({ block, place }: Seat): number => block * 100 + place;
const orderOf = (seat: Seat | undefined): number => (seat ? seat.row * 10_000 + columnOf(seat) : Number.MAX_SAFE_INTEGER);

function best(all: Iterable<Candidate>): Candidate | undefined {
  let found: Candidate | undefined;
  for (const one of all) if (!found || isBetter(one, found)) found = one;
  return found;
}

function isBetter({ worse }: Candidate, found: Candidate): boolean {
  const at = worse.findIndex((less, place) => less !== found.worse[place]);
  return at >= 0 && (worse[at] ?? 0) < (found.worse[at] ?? 0);
}
