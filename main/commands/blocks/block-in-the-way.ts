import { type Instant, instant, isDue } from '../../../shared/instants.ts';
import { type Refused, refuse } from '../../../shared/refusals.ts';
import { BLOCK_RULES, blockReason } from '../../../shared/seat-blocks.ts';
import { takenSeats } from '../../store/tables/claims-table.ts';
import { flightName } from '../../store/tables/flights-table.ts';
import { blocksOfFlight, type SeatBlockRow } from '../../store/tables/seat-blocks-table.ts';
import type { CommandContext } from '../command.ts';
import { nextBestSeats } from '../next-best-seats.ts';
import type { PlannedLeg } from '../planned-leg.ts';
import { endBlocksDue } from './end-due-blocks.ts';
import { freeBlocks } from './free-blocks.ts';

/** Which block keeps a seat from being held for this passenger. Undefined when the seat has none. Only asked when its claim has failed. */
export async function blockOf({ db }: Pick<CommandContext, 'db'>, flightId: number, seat: string): Promise<SeatBlockRow | undefined> {
  return (await blocksOfFlight(db, flightId)).find((block) => block.seat === seat);
}

/** The refusal of a blocked seat, with its reason and the next best. */
export async function refuseBlocked(
  context: CommandContext,
  leg: PlannedLeg,
  { seat, code }: SeatBlockRow,
  bookingId = 0,
): Promise<Refused> {
  const nextBest = await nextBestSeats(context, leg, bookingId);
  return refuse('SEAT_BLOCKED', {
    flightId: leg.flight.id,
    flight: flightName(leg.flight),
    seat,
    code,
    reason: blockReason(code),
    nextBest,
  });
}

/** Refuses the first seat of some legs that cannot be had because of a block, if there is one. */
export async function blockedSeat(context: CommandContext, legs: readonly PlannedLeg[], bookingId = 0): Promise<Refused | undefined> {
  for (const leg of legs) {
    const blocks = await blocksOfFlight(context.db, leg.flight.id);
    for (const [place, seat] of leg.seats.entries()) {
      const own = blocks.filter((block) => block.seat === seat);
      const [first] = own;
      if (first && leg.override === undefined && !(await allGiveWay(context, leg, place, own)))
        return refuseBlocked(context, leg, first, bookingId);
    }
  }
  return undefined;
}

const isOver = ({ until_at }: Pick<SeatBlockRow, 'until_at'>, now: Instant): boolean => until_at !== null && isDue(instant(until_at), now);

/** Whether a seat of some legs has a block whose time has come. */
export async function namesBlockDue({ db, now }: CommandContext, legs: readonly PlannedLeg[]): Promise<boolean> {
  for (const { flight, seats } of legs)
    if ((await blocksOfFlight(db, flight.id)).some((block) => seats.includes(block.seat) && isOver(block, now))) return true;
  return false;
}

/**
 * Ends the blocks of a seat if it may be held for the passenger at `place` of the party: their time has come, their code sells the seat to this
 * passenger, or a supervisor said why it is sold all the same. Says whether it is free now.
 */
export async function blockGivesWay(context: CommandContext, leg: PlannedLeg, seat: string, place: number): Promise<boolean> {
  const { db, now } = context;
  const flightId = leg.flight.id;
  const own = async () => (await blocksOfFlight(db, flightId)).filter((block) => block.seat === seat);
  const blocks = await own();
  if (blocks.length === 0) return false;
  if (blocks.some((block) => isOver(block, now))) {
    await endBlocksDue(context);
    if ((await own()).length === 0) return true;
  }
  const left = await own();
  if (await allGiveWay(context, leg, place, left)) await freeBlocks(context, left, 'sold');
  else if (leg.override === undefined) return false;
  else await freeBlocks(context, left, 'override', { reason: leg.override, overrides: 'blockedSeat' });
  return true;
}

async function allGiveWay(context: CommandContext, leg: PlannedLeg, place: number, blocks: readonly SeatBlockRow[]): Promise<boolean> {
  for (const block of blocks)
    if (!isOver(block, context.now) && !(await isSold(context, leg, place, BLOCK_RULES[block.code].sold))) return false;
  return true;
}

async function isSold(
  { db }: CommandContext,
  { flight, plan, cabin, party, seats }: PlannedLeg,
  place: number,
  sold: (typeof BLOCK_RULES)[keyof typeof BLOCK_RULES]['sold'],
): Promise<boolean> {
  if (sold === 'never') return false;
  if (sold === 'assistance') return party[place]?.assistance === true;
  const taken = await takenSeats(db, flight.id, 0);
  return !plan.seats.some((seat) => seat.cabin === cabin && seat.sellable && !taken.has(seat.seat) && !seats.includes(seat.seat));
}
