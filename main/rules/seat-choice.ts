import type { SeatedType } from '../../shared/passengers.ts';
import type { Cabin, Seat } from '../../shared/seat-map.ts';
import type { SeatWish } from '../../shared/seat-wishes.ts';
import type { SeatPlan } from '../reference/reference.ts';
import { keptSeats } from './plain-seats.ts';
import { groupsAcrossTheAisle, groupsApart, groupsInRows, groupsSideBySide } from './seat-groups.ts';
import { seatParty } from './seat-party.ts';

const CHOICES_MAX = 3;
/** A party sits up to this many rows further back, so that no single seat is left over. */
const LEFT_OVER_ROWS = 3;

export interface SeatChoice {
  /** In the order of the party. */
  readonly seats: readonly string[];
  /** The rules given up, in the trade's words; empty when all of them hold. */
  readonly relaxed: readonly string[];
}

export interface SeatedPassenger {
  readonly type: SeatedType;
  /** Carries an infant on the lap. */
  readonly infant: boolean;
  readonly assistance: boolean;
}

/** Which seats of a flight can be had. */
export interface FreeSeats {
  readonly taken: ReadonlySet<string>;
  /** How many seats the cabin may still hold, by the counters that the hold asks. */
  readonly mayHold: number;
}

const INFANT_ALONE = 'infant not beside an adult';
const CHILD_ALONE = 'child not beside an adult';
const SEAT_LEFT_OVER = 'leaves a single seat';
const NO_SUCH_SEAT: Readonly<Record<SeatWish, string>> = { together: '', window: 'no window seat', aisle: 'no aisle seat', front: '' };

/** The steps by which a party is separated, one after the other. */
const STEPS = [groupsSideBySide, groupsAcrossTheAisle, groupsInRows, groupsApart] as const;
const ROWS = ['', '', 'two rows', 'three rows', 'four rows'] as const;

interface Candidate {
  readonly group: readonly Seat[];
  readonly seats: readonly string[];
  readonly infantsAlone: number;
  readonly childrenAlone: number;
  readonly step: number;
  readonly wishMissed: boolean;
  /** Why a seat of it is kept for others; empty when all are plain. */
  readonly kept: string;
  /** An infant on the lap, and no bassinet. */
  readonly noBassinet: boolean;
  readonly leftOver: boolean;
  readonly row: number;
  readonly aisles: number;
}

/**
 * Best free seats for a party in one cabin, best first, at most three that share no seat. None when the cabin may not hold so many, or has not
 * that many free seats outside its exit rows. What is given up, the last first:
 * 1. An infant or child beside an adult.
 * 2. Together: side by side, then split by the aisle, then in rows behind each other, then apart.
 * 3. What was wished: a window or aisle seat in the group. `front` comes before 2 instead: the row nearest the nose, together or not.
 * 4. Plain seats: bassinets, accessible seats, extra legroom and rows next to an exit are kept for others. Who has an infant gets a bassinet.
 * 5. Nearest the nose. Up to LEFT_OVER_ROWS further back when no single seat is left over there.
 * Exit rows are never given here, nor seats that are restricted or cost extra.
 */
export function bestSeats(
  plan: SeatPlan,
  { taken, mayHold }: FreeSeats,
  party: readonly SeatedPassenger[],
  cabin: Cabin,
  wish: SeatWish = 'together',
): readonly SeatChoice[] {
  if (party.length > mayHold) return [];
  const all = plan.ofCabin.get(cabin) ?? [];
  const free = all.filter((seat) => seat.sellable && !taken.has(seat.seat));
  const rows = [...Map.groupBy(free.filter(mayBeGiven), (seat) => seat.rowIndex).values()];
  const places = new Set(free.map(placeKey));
  const laps = party.some(({ infant }) => infant);
  const infants = laps || party.some(({ type }) => type === 'INS');
  const keptFor = keptSeats(all, { infants, assistance: party.some(({ assistance }) => assistance) });
  const types = party.map(({ type }) => type);
  const better = wish === 'front' ? frontFirst : togetherFirst;
  const candidates: Candidate[] = [];
  for (const [step, groups] of STEPS.entries()) {
    for (const group of groups(rows, party.length)) {
      candidates.push({
        group,
        ...seatParty(group, types),
        step,
        wishMissed: (wish === 'window' && !group.some(({ window }) => window)) || (wish === 'aisle' && !group.some(({ aisle }) => aisle)),
        kept: group.map(keptFor).find((why) => why !== undefined) ?? '',
        noBassinet: laps && !group.some(({ codes }) => codes.includes('B')),
        leftOver: leavesSingleSeat(group, places),
        row: Math.max(...group.map(({ rowIndex }) => rowIndex)),
        aisles: group.filter((seat) => seat.aisle).length,
      });
    }
    // A later step is never better than a choice of this one, unless a child is alone in it.
    const enough =
      distinct(
        candidates.filter(({ childrenAlone }) => childrenAlone === 0),
        better,
      ).length === CHOICES_MAX;
    if (enough && wish !== 'front') break;
  }
  return distinct(candidates, better).map((candidate) => ({ seats: candidate.seats, relaxed: relaxedOf(candidate, wish) }));
}

function relaxedOf({ group, step, wishMissed, kept, leftOver, infantsAlone, childrenAlone }: Candidate, wish: SeatWish): string[] {
  const deep = new Set(group.map(({ rowIndex }) => rowIndex)).size;
  const separated = step === 0 ? '' : step === 1 ? 'split by the aisle' : step === 2 ? (ROWS[deep] ?? '') : 'not together';
  const alone = infantsAlone > 0 ? INFANT_ALONE : childrenAlone > 0 ? CHILD_ALONE : '';
  return [separated, wishMissed ? NO_SUCH_SEAT[wish] : '', kept, leftOver ? SEAT_LEFT_OVER : '', alone].filter(Boolean);
}

const mayBeGiven = (seat: Seat): boolean => !seat.exit && !seat.codes.includes('CH');

type Better = (a: Candidate, b: Candidate) => number;

const alone: Better = (a, b) => a.infantsAlone - b.infantsAlone || a.childrenAlone - b.childrenAlone;
const plainAndNear: Better = (a, b) =>
  Number(a.noBassinet) - Number(b.noBassinet) ||
  Number(a.kept !== '') - Number(b.kept !== '') ||
  rank(a) - rank(b) ||
  b.aisles - a.aisles ||
  orderInRow(a.group[0]) - orderInRow(b.group[0]);

const togetherFirst: Better = (a, b) => alone(a, b) || a.step - b.step || Number(a.wishMissed) - Number(b.wishMissed) || plainAndNear(a, b);
const frontFirst: Better = (a, b) => alone(a, b) || a.row - b.row || a.step - b.step || plainAndNear(a, b);

const rank = ({ row, leftOver }: Candidate): number => row + (leftOver ? LEFT_OVER_ROWS : 0);

const orderInRow = (seat: Seat | undefined): number => (seat ? seat.block * 100 + seat.place : 0);

/** The best choices that share no seat, so that three choices are three different offers. */
function distinct(candidates: readonly Candidate[], better: Better): Candidate[] {
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
