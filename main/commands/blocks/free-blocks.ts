import { assert } from '../../../shared/assert.ts';
import type { OverrideKind } from '../../../shared/rule-overrides.ts';
import { type BlockEnd, takesFromStock } from '../../../shared/seat-blocks.ts';
import { type Counters, countersOf, shiftAuthorised } from '../../store/tables/cabin-counters-table.ts';
import { giveUpBlockClaim } from '../../store/tables/claims-table.ts';
import { blocksOfFlight, endSeatBlock, type SeatBlockRow, setFromStock } from '../../store/tables/seat-blocks-table.ts';
import type { CommandContext } from '../command.ts';

export interface Freed {
  readonly flightId: number;
  readonly cabin: SeatBlockRow['cabin'];
  readonly counters: Counters;
  /** Seats without any block now. */
  readonly free: readonly string[];
}

/** Why a person ends blocks, and what is overridden by that; a desk may take its own blocks back and overrides nothing. */
interface Overriding {
  readonly reason: string;
  readonly overrides?: OverrideKind;
}

/**
 * Ends blocks that stand. A seat is free again when no other block of it stands. A cabin gets back exactly what these blocks took from what it may
 * sell, and nothing while another block of the seat still takes it. Where a supervisor sells a blocked seat all the same (`override`), it gets nothing
 * back: the sale is one of those that the cabin may make already. The caller offers what came free. Returns the cabins.
 */
export async function freeBlocks(
  context: CommandContext,
  blocks: readonly SeatBlockRow[],
  why: BlockEnd,
  by: Overriding = { reason: '' },
): Promise<Freed[]> {
  const freed: Freed[] = [];
  const groups = Map.groupBy(blocks, ({ flight_id, cabin, code }) => `${flight_id} ${cabin} ${code}`);
  for (const group of groups.values()) freed.push(await freeGroup(context, group, why, by));
  return freed;
}

/** Blocks of one code in one cabin. */
async function freeGroup(
  { db, now, actor, emit }: CommandContext,
  group: readonly SeatBlockRow[],
  why: BlockEnd,
  { reason, overrides }: Overriding,
): Promise<Freed> {
  const [first] = group;
  assert(first, 'a group has a block');
  const { flight_id: flightId, cabin, code } = first;
  const standing = await blocksOfFlight(db, flightId);
  const free: string[] = [];
  let back = 0;
  for (const block of group) {
    await endSeatBlock(db, block.id, { at: now, by: actor.user, why, reason });
    const others = standing.filter(({ seat, id }) => seat === block.seat && id !== block.id);
    // The row may have been given its share since it was read.
    const took = why !== 'override' && standing.find(({ id }) => id === block.id)?.from_stock === 1;
    const heir = others.find((other) => takesFromStock(other.code));
    if (took && heir) await setFromStock(db, heir.id, 1);
    else if (took) back++;
    if (others.length > 0) continue;
    await giveUpBlockClaim(db, flightId, block.seat);
    free.push(block.seat);
  }
  const counters = back > 0 ? await shiftAuthorised(db, flightId, cabin, back, 0) : await countersOf(db, flightId, cabin);
  emit('seats.unblocked', {
    flightId,
    cabin,
    code,
    seats: group.map(({ seat }) => seat),
    free,
    why,
    ...counters,
    ...(overrides ? { overrides: [overrides] } : {}),
  });
  return { flightId, cabin, counters, free };
}
