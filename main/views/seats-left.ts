import { type Instant, instant, isDue } from '../../shared/instants.ts';
import { BLOCK_RULES, type BlockRule } from '../../shared/seat-blocks.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import type { SeatWish } from '../../shared/seat-wishes.ts';
import type { SeatPlan } from '../reference/reference.ts';
import { bestSeats, type FreeSeats, type SeatChoice, type SeatedPassenger } from '../rules/seat-choice.ts';
import type { ReadDatabase } from '../store/database.ts';
import { blocksOfFlight, type SeatBlockRow } from '../store/tables/seat-blocks-table.ts';

interface Moment {
  readonly db: ReadDatabase;
  readonly now: Instant;
}

/** Blocks of a flight that stand, without those whose time has come and that are not ended yet. */
export const standingBlocks = async ({ db, now }: Moment, flightId: number): Promise<SeatBlockRow[]> =>
  (await blocksOfFlight(db, flightId)).filter(({ until_at }) => until_at === null || !isDue(instant(until_at), now));

/**
 * Best seats for a party among all that it may be held now. Blocked seats are among them where their code sells them to this party: to one who needs
 * assistance, or at last, with all others that are left.
 */
export async function bestSeatsLeft(
  moment: Moment,
  { flightId, plan, cabin }: { readonly flightId: number; readonly plan: SeatPlan; readonly cabin: Cabin },
  { taken, mayHold }: FreeSeats,
  party: readonly SeatedPassenger[],
  wish: SeatWish = 'together',
): Promise<readonly SeatChoice[]> {
  const { free, last } = await blocksThatSell(moment, flightId, party);
  const had = new Set([...taken].filter((seat) => !free.includes(seat)));
  const choices = bestSeats(plan, { taken: had, mayHold }, party, cabin, wish);
  if (choices.length > 0 || last.length === 0) return choices;
  const others = (plan.ofCabin.get(cabin) ?? []).filter((seat) => seat.sellable && !had.has(seat.seat));
  const withLast = bestSeats(plan, { taken: new Set([...had].filter((seat) => !last.includes(seat))), mayHold }, party, cabin, wish);
  return withLast.filter(({ seats }) => others.every(({ seat }) => seats.includes(seat)));
}

/** `free`: the time of their blocks has come, or they are for who needs assistance and the party is one who does. `last`: when nothing else is left. */
async function blocksThatSell(
  moment: Moment,
  flightId: number,
  party: readonly SeatedPassenger[],
): Promise<{ readonly free: readonly string[]; readonly last: readonly string[] }> {
  const all = await blocksOfFlight(moment.db, flightId);
  if (all.length === 0) return { free: [], last: [] };
  const standing = Map.groupBy(await standingBlocks(moment, flightId), ({ seat }) => seat);
  const assisted: BlockRule['sold'][] = party.length === 1 && party[0]?.assistance === true ? ['assistance'] : [];
  const sold = (seat: string, ways: readonly BlockRule['sold'][]) =>
    (standing.get(seat) ?? []).every(({ code }) => ways.includes(BLOCK_RULES[code].sold));
  const seats = [...new Set(all.map(({ seat }) => seat))];
  const free = seats.filter((seat) => sold(seat, assisted));
  return { free, last: seats.filter((seat) => !free.includes(seat) && sold(seat, [...assisted, 'last'])) };
}
