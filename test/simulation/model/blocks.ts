import { BLOCK_CODES, type BlockCode, type BlockEnd } from '../../../shared/seat-blocks.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { capacity, SEATS } from '../world.ts';
import type { Leg, Model, ModelBooking } from './model.ts';

/** A block of one seat. `fromStock`: the cabin may sell one seat less because of it. */
export interface ModelBlock {
  readonly id: number;
  readonly flightId: number;
  readonly seat: string;
  readonly cabin: Cabin;
  readonly code: BlockCode;
  readonly desk: string;
  readonly at: number;
  /** When it ends by itself, if anybody said so. */
  readonly until: number | null;
  fromStock: boolean;
  ended: BlockEnd | null;
}

/** Codes by which a seat counts as none, whoever asks for it. */
export const COUNTS_AS_NONE: ReadonlySet<BlockCode> = new Set(['INOP', 'TRIM', 'CREW']);

const rowAndLetter = (seat: string): string => seat.padStart(3, '0');

/** Blocks of a flight that stand, by seat, and of one seat the most severe first. */
export const blocksOn = (model: Model, flightId: number): ModelBlock[] =>
  model.blocks
    .filter((block) => block.flightId === flightId && block.ended === null)
    .sort((a, b) => {
      const [one, other] = [rowAndLetter(a.seat), rowAndLetter(b.seat)];
      return one === other ? BLOCK_CODES.indexOf(a.code) - BLOCK_CODES.indexOf(b.code) : one < other ? -1 : 1;
    });

/** Whether the time of a block has come. It stands all the same until the hub ends it, or somebody is to sit there. */
export const isOver = ({ until }: ModelBlock, now: number): boolean => until !== null && until <= now;

export const isBlocked = (model: Model, flightId: number, seat: string): boolean =>
  model.blocks.some((block) => block.flightId === flightId && block.seat === seat && block.ended === null);

/** How many seats of a cabin can be sat in: those that count as none cannot, but for `given`, which are sat in all the same. */
export function usableSeats(model: Model, flightId: number, cabin: Cabin, given: readonly string[] = []): number {
  const none = blocksOn(model, flightId).filter(
    (block) => block.cabin === cabin && COUNTS_AS_NONE.has(block.code) && !given.includes(block.seat),
  );
  return capacity(model.flight(flightId).map, cabin) - new Set(none.map(({ seat }) => seat)).size;
}

/** Seats of a cabin that are sold to passengers. */
export function seatsOf(model: Model, flightId: number, cabin: Cabin): string[] {
  const facts = SEATS[model.flight(flightId).map] ?? {};
  return Object.keys(facts).filter((seat) => facts[seat]?.cabin === cabin && facts[seat].sellable);
}

/** Whether nobody has a seat and no block keeps it. */
export const isFree = (model: Model, flightId: number, seat: string): boolean =>
  !model.claims.has(`${flightId} ${seat}`) && !isBlocked(model, flightId, seat);

type Asked = Pick<Leg, 'flightId' | 'cabin' | 'seats'>;
/** Who sits where on a leg, in the order of its seats. */
type Sitting = (leg: number) => readonly Pick<ModelBooking['party'][number], 'assistance'>[];

/** Whether a block leaves its seat to who is to sit there: for assistance, or as the last that is free, with all others of the party. */
function givesWay(model: Model, { flightId, cabin, seats }: Asked, { code }: ModelBlock, needs: boolean): boolean {
  if (code === 'WCHC') return needs;
  return code === 'KEPT' && seatsOf(model, flightId, cabin).every((seat) => seats.includes(seat) || !isFree(model, flightId, seat));
}

/** The first seat of some legs that a block keeps from who would sit there. */
export function keptByBlock(model: Model, legs: readonly Asked[], sitting: Sitting): string | undefined {
  for (const [at, leg] of legs.entries())
    for (const [place, seat] of leg.seats.entries()) {
      const blocks = blocksOn(model, leg.flightId).filter((block) => block.seat === seat && !isOver(block, model.now));
      if (blocks.some((block) => !givesWay(model, leg, block, sitting(at)[place]?.assistance === true))) return seat;
    }
  return undefined;
}

/** A cabin may sell so many more, or fewer. */
export function shiftAuthorised(model: Model, flightId: number, cabin: Cabin, by: number): void {
  const counter = model.counter(flightId, cabin);
  model.counters.set(`${flightId} ${cabin}`, { ...counter, authorised: counter.authorised + by });
}

/** Seats of a cabin that count as none, by seat, each with the blocks that make it so. */
const countedSeats = (model: Model, flightId: number, cabin: Cabin): ModelBlock[][] => [
  ...Map.groupBy(
    blocksOn(model, flightId).filter((block) => block.cabin === cabin && COUNTS_AS_NONE.has(block.code)),
    ({ seat }) => seat,
  ).values(),
];

/** How many seats of a cabin count as none, and how many of them it may sell again when their blocks end. */
export function counted(model: Model, flightId: number, cabin: Cabin): { readonly seats: number; readonly owed: number } {
  const seats = countedSeats(model, flightId, cabin);
  return { seats: seats.length, owed: seats.filter((own) => own.some(({ fromStock }) => fromStock)).length };
}

/** The first seats that count as none are owed to their cabin, so many of them, and no others. */
export function owe(model: Model, flightId: number, cabin: Cabin, most: number): void {
  for (const [at, own] of countedSeats(model, flightId, cabin).entries()) {
    const kept = own.find(({ fromStock }) => fromStock) ?? own[0];
    if (own.some(({ fromStock }) => fromStock) && at >= most) model.met.push('a block gives back less');
    for (const block of own) block.fromStock = at < most && block === kept;
  }
}

/**
 * Blocks end, those of one code in one cabin together. A cabin may sell what they took from it, unless another block of the seat takes it now, or a
 * supervisor sells the seat all the same: that creates no stock.
 */
export function endBlocks(
  model: Model,
  blocks: readonly ModelBlock[],
  why: BlockEnd,
  more: { readonly overrides?: readonly ['blockFreed' | 'blockedSeat'] } = {},
): void {
  for (const group of Map.groupBy(blocks, ({ flightId, cabin, code }) => `${flightId} ${cabin} ${code}`).values()) {
    const { flightId = 0, cabin = 'Y', code } = group[0] ?? {};
    const free: string[] = [];
    for (const block of group) {
      block.ended = why;
      const others = blocksOn(model, flightId).filter(({ seat }) => seat === block.seat);
      const heir = others.find((other) => COUNTS_AS_NONE.has(other.code));
      const givesBack = block.fromStock && why !== 'override';
      if (givesBack && heir) heir.fromStock = true;
      else if (givesBack) shiftAuthorised(model, flightId, cabin, 1);
      if (others.length === 0) free.push(block.seat);
    }
    const seats = group.map(({ seat }) => seat);
    model.events.push(['seats.unblocked', null, { flightId, cabin, code, seats, free, why, ...model.counter(flightId, cabin), ...more }]);
    model.met.push(`block ${why}`);
  }
}

/** What blocks of a seat do to who is to sit there: their code leaves it to that passenger, or only a supervisor's override does. */
export function wayGiven(model: Model, leg: Asked, place: number, sitting: ReturnType<Sitting>): 'sold' | 'override' {
  const blocks = blocksOn(model, leg.flightId).filter(({ seat }) => seat === leg.seats[place]);
  return blocks.every((block) => givesWay(model, leg, block, sitting[place]?.assistance === true)) ? 'sold' : 'override';
}

/** Blocks of a seat that is held now give way. */
export function passSeat(model: Model, leg: Asked, place: number, sitting: ReturnType<Sitting>): void {
  const blocks = blocksOn(model, leg.flightId).filter(({ seat }) => seat === leg.seats[place]);
  const why = wayGiven(model, leg, place, sitting);
  endBlocks(model, blocks, why, why === 'override' ? { overrides: ['blockedSeat'] } : {});
}

/** Blocks of seats that are held now give way, seat by seat: to who may sit there, or to a supervisor's override. */
export function passBlocks(model: Model, leg: Asked, sitting: ReturnType<Sitting>): void {
  for (const place of leg.seats.keys()) passSeat(model, leg, place, sitting);
}

/** Blocks give way again to a booking that had their seats, each as it did before. */
export function passBlocksAgain(model: Model, { flightId, seats }: Pick<Leg, 'flightId' | 'seats'>): void {
  for (const seat of seats) {
    const blocks = blocksOn(model, flightId).filter((block) => block.seat === seat);
    endBlocks(model, blocks, blocks.some(({ code }) => COUNTS_AS_NONE.has(code)) ? 'override' : 'sold');
  }
}

const gaveWay = ({ ended }: ModelBlock): boolean => ended === 'sold' || ended === 'override';

/** Whether a seat is blocked, and not only by what gave way to a sale of it before. */
export const blockedAnew = (model: Model, flightId: number, seat: string): boolean =>
  blocksOn(model, flightId).some(
    (block) =>
      block.seat === seat &&
      !model.blocks.some((one) => one.flightId === flightId && one.seat === seat && one.code === block.code && gaveWay(one)),
  );

/** A block that gave way to a sale stands again when its seat comes free, as what the one who set it free did. */
export function blockAgain(model: Model, flightId: number, cabin: Cabin, now: number, why: 'sold' | 'override'): void {
  const flight = model.flight(flightId);
  if (flight.cancelled || flight.departs <= now) return;
  const again = model.blocks.filter(
    (block) =>
      block.flightId === flightId &&
      block.cabin === cabin &&
      block.ended === why &&
      !isOver(block, now) &&
      !model.claims.has(`${flightId} ${block.seat}`) &&
      seatsOf(model, flightId, cabin).includes(block.seat) &&
      !model.blocks.some(
        (later) => later.id > block.id && later.flightId === flightId && later.seat === block.seat && later.code === block.code,
      ),
  );
  for (const { seat, code, until } of again) {
    const id = model.blocks.length + 1;
    model.blocks.push({ id, flightId, seat, cabin, code, desk: model.desk, at: now, until, fromStock: false, ended: null });
    model.events.push(['seats.blocked', null, { flightId, cabin, code, seats: [seat], until, ...model.counter(flightId, cabin) }]);
    model.met.push(why === 'sold' ? 'block again' : 'block again after an override');
  }
}
