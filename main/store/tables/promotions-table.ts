import { assert } from '../../../shared/assert.ts';
import type { BookedLeg } from '../../../shared/methods/booking-view.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

/** Fares sold or held with a code, over all flights and policies. A code that nobody has used yet has no row. */
export async function promotionUses(db: ReadDatabase, code: string): Promise<number> {
  return (await db.query<{ used: number }>('SELECT used FROM promotions WHERE code = ?').get(code))?.used ?? 0;
}

const FIRST_USE = 'INSERT INTO promotions (code, used) VALUES (?, 0) ON CONFLICT (code) DO NOTHING';
const OF_BOOKING = `INSERT INTO promotion_uses (booking_id, code, uses) VALUES (?, ?, ?)
  ON CONFLICT (booking_id, code) DO UPDATE SET uses = promotion_uses.uses + excluded.uses`;

/**
 * Uses a code for so many fares of a booking. False, and nothing is used, when fewer than these are left of `stock`. The guard stands in the
 * statement, so that no two desks have the last one.
 */
export async function takePromotion(db: WriteDatabase, bookingId: number, code: string, uses: number, stock: number): Promise<boolean> {
  await db.change(FIRST_USE).run(code);
  const used = await db.change('UPDATE promotions SET used = used + ? WHERE code = ? AND used + ? <= ?').run(uses, code, uses, stock);
  if (used === 0) return false;
  await db.change(OF_BOOKING).run(bookingId, code, uses);
  return true;
}

/** How many fares of these legs were sold with each code. Who was added later has none. */
export function usesOf(legs: readonly Pick<BookedLeg, 'priced' | 'seats' | 'others'>[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { priced, seats, others = [] } of legs) {
    const fares = seats.length - others.filter((other) => other.priced !== undefined).length;
    if (priced?.promotion !== undefined && fares > 0) uses.set(priced.promotion, (uses.get(priced.promotion) ?? 0) + fares);
  }
  return uses;
}

/** Gives back what a booking has used, because it is not sold or not any more. */
export async function givePromotionsBack(db: WriteDatabase, bookingId: number, legs: readonly BookedLeg[]): Promise<void> {
  for (const [code, uses] of usesOf(legs)) {
    const back = await db.change('UPDATE promotions SET used = used - ? WHERE code = ? AND used >= ?').run(uses, code, uses);
    const own = await db.change('DELETE FROM promotion_uses WHERE booking_id = ? AND code = ? AND uses = ?').run(bookingId, code, uses);
    assert(back === 1 && own === 1, `booking ${bookingId} has not used promotion ${code} for ${uses} fares`);
  }
}

/**
 * Uses the codes of a hold again that had ended and is sold after all, because its card was approved. The passenger has paid that price, so
 * it is kept, even if others have used up the stock meanwhile.
 */
export async function takePromotionsAgain(db: WriteDatabase, bookingId: number, legs: readonly BookedLeg[]): Promise<void> {
  for (const [code, uses] of usesOf(legs)) {
    const used = await db.change('UPDATE promotions SET used = used + ? WHERE code = ?').run(uses, code);
    assert(used === 1, `promotion ${code} was never used, and booking ${bookingId} is sold with it`);
    await db.change(OF_BOOKING).run(bookingId, code, uses);
  }
}
