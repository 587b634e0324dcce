import type { SeatedType } from '../../shared/passengers.ts';
import type { Cabin, Seat } from '../../shared/seat-map.ts';
import type { SeatPlan } from '../reference/reference.ts';
import { groupsAcrossTheAisle, groupsApart, groupsInRows, groupsSideBySide } from './seat-groups.ts';
import { seatParty } from './seat-party.ts';

const CHOICES_MAX = 3;

export interface SeatChoice {
  /** In the order of the party. */
  readonly seats: readonly string[];
  /** The rules given up, in words; empty when all of them hold. */
  readonly relaxed: readonly string[];
}

const CHILD_ALONE = 'a child does not sit beside an adult';
const SEAT_LEFT_OVER = 'a single seat is left over';

/** The steps by which rules are given up, one after the other. A single seat may be left over before a party is separated. */
const STEPS: readonly {
  readonly groups: (rows: readonly (readonly Seat[])[], count: number) => readonly Seat[][];
  readonly relaxed: string;
}[] = [
  { groups: groupsSideBySide, relaxed: '' },
  { groups: groupsAcrossTheAisle, relaxed: 'the aisle runs between the seats' },
  { groups: groupsInRows, relaxed: 'the seats are in neighbouring rows' },
  { groups: groupsApart, relaxed: 'the seats are not together' },
];

interface Candidate {
  readonly group: readonly Seat[];
  readonly seats: readonly string[];
  readonly childrenAlone: number;
  readonly step: number;
  readonly leftOver: boolean;
  readonly aisles: number;
}

/**
 * Best free seats for a party in one cabin, best first, at most three that share no seat; none when the cabin has not
 * that many free seats outside its exit rows. Rules: same row and side by side, no single seat left over, a child
 * beside an adult. What must be given up is given up in the order: seat left over, aisle between, neighbouring rows,
 * apart; a child leaves an adult's side only when nothing else works. Equal choices: nearest the nose, then the aisle.
 * Exit rows are never given here, nor seats that are restricted or cost extra.
 */
export function bestSeats(plan: SeatPlan, taken: ReadonlySet<string>, party: readonly SeatedType[], cabin: Cabin): readonly SeatChoice[] {
  const inCabin = plan.seats.filter((seat) => seat.cabin === cabin && seat.sellable && !taken.has(seat.seat));
  const rows = [...Map.groupBy(inCabin.filter(mayBeGiven), (seat) => seat.rowIndex).values()];
  const free = new Set(inCabin.map(placeKey));
  const candidates: Candidate[] = [];
  for (const [step, { groups }] of STEPS.entries()) {
    for (const group of groups(rows, party.length)) {
      const { seats, childrenAlone } = seatParty(group, party);
      const aisles = group.filter((seat) => seat.aisle).length;
      candidates.push({ group, seats, childrenAlone, step, leftOver: leavesSingleSeat(group, free), aisles });
    }
    // A later step is never better than a choice that keeps all rules, and the first steps mostly find enough of those.
    if (distinct(candidates.filter(({ childrenAlone, leftOver }) => childrenAlone === 0 && !leftOver)).length === CHOICES_MAX) break;
  }
  return distinct(candidates).map(({ seats, childrenAlone, step, leftOver }) => ({
    seats,
    relaxed: [leftOver ? SEAT_LEFT_OVER : '', STEPS[step]?.relaxed ?? '', childrenAlone > 0 ? CHILD_ALONE : ''].filter(Boolean),
  }));
}

const mayBeGiven = (seat: Seat): boolean => !seat.exit && !seat.codes.includes('CH');

const better = (a: Candidate, b: Candidate): number =>
  a.childrenAlone - b.childrenAlone ||
  a.step - b.step ||
  Number(a.leftOver) - Number(b.leftOver) ||
  (a.group[0]?.rowIndex ?? 0) - (b.group[0]?.rowIndex ?? 0) ||
  b.aisles - a.aisles ||
  orderInRow(a.group[0]) - orderInRow(b.group[0]);

const orderInRow = (seat: Seat | undefined): number => (seat ? seat.block * 100 + seat.place : 0);

/** The best choices that share no seat, so that three choices are three different offers. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  const used = new Set<string>();
  const chosen: Candidate[] = [];
  for (const candidate of candidates.toSorted(better)) {
    if (chosen.length === CHOICES_MAX) break;
    if (candidate.seats.some((seat) => used.has(seat))) continue;
    for (const seat of candidate.seats) used.add(seat);
    chosen.push(candidate);
  }
  return chosen;
}

const key = (row: number, block: number, place: number): number => (row * 10 + block) * 100 + place;
const placeKey = (seat: Seat): number => key(seat.rowIndex, seat.block, seat.place);

/** Whether the choice leaves a single free seat that had a free neighbour before. A seat that was single already does not count. */
function leavesSingleSeat(group: readonly Seat[], free: ReadonlySet<number>): boolean {
  const chosen = new Set(group.map(placeKey));
  const isFree = (place: number): boolean => free.has(place) && !chosen.has(place);
  return group.some(({ rowIndex, block, place }) =>
    [-1, 1].some((side) => isFree(key(rowIndex, block, place + side)) && !isFree(key(rowIndex, block, place + 2 * side))),
  );
}
