import { z } from 'zod';

/** Reasons for which a seat is blocked, the most severe first. A seat may have several. The most severe of them is shown. */
export const BLOCK_CODES = ['INOP', 'TRIM', 'WCHC', 'CREW', 'KEPT'] as const;
export type BlockCode = (typeof BLOCK_CODES)[number];
export const blockCode = z.enum(BLOCK_CODES);

/**
 * How a block ends: a person freed the seat, its time came, the seat was sold as its code allows, a supervisor sold it all the same, or another aircraft
 * has no such seat.
 */
export const BLOCK_ENDS = ['freed', 'time', 'sold', 'override', 'aircraft'] as const;
export type BlockEnd = (typeof BLOCK_ENDS)[number];

export interface BlockRule {
  readonly means: string;
  /**
   * To whom the seat is sold while it is blocked. A seat that is sold to nobody counts as no seat: what the cabin may sell falls by one, and
   * rises by one when the seat is freed. assistance: to a passenger who needs assistance. last: when the cabin has no other free seat.
   */
  readonly sold: 'never' | 'assistance' | 'last';
  /** Until when it stands if no time is given, in words. */
  readonly lasts: string;
  /** What becomes of the seat, in a few words. */
  readonly effect: string;
}

export const BLOCK_RULES: Readonly<Record<BlockCode, BlockRule>> = {
  INOP: { means: 'not usable until repaired', sold: 'never', lasts: 'repaired', effect: 'counts as no seat' },
  TRIM: { means: 'load and balance', sold: 'never', lasts: 'departure', effect: 'counts as no seat' },
  WCHC: { means: 'for a wheelchair passenger', sold: 'assistance', lasts: 'departure', effect: 'sold with assistance' },
  CREW: { means: 'crew rest or travel', sold: 'never', lasts: 'departure', effect: 'counts as no seat' },
  KEPT: { means: 'kept free beside a passenger', sold: 'last', lasts: 'departure', effect: 'sold last' },
};

/** Whether a seat with such a block counts as no seat. */
export const takesFromStock = (code: BlockCode): boolean => BLOCK_RULES[code].sold === 'never';

/** `INOP, not usable until repaired`. */
export const blockReason = (code: BlockCode): string => `${code}, ${BLOCK_RULES[code].means}`;
