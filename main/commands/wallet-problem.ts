import type { Tender } from '../../shared/methods/tenders.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';
import type { BookingRow } from '../store/tables/bookings-table.ts';
import type { CommandContext } from './command.ts';

const PAID = 'SELECT booking_id FROM tenders WHERE wallet IN (?) ORDER BY booking_id LIMIT 1';

/**
 * Refuses a wallet reference that has paid already, here or in any sale before. A wallet gives each payment another one, so that a reference that
 * comes again was read wrongly, or shown twice by a customer.
 */
export async function walletProblem(
  { db, locators }: CommandContext,
  row: BookingRow,
  tenders: readonly Tender[],
): Promise<Refused | undefined> {
  const wallets = tenders.flatMap((tender) => (tender.kind === 'wallet' ? [tender.wallet] : []));
  for (const [place, wallet] of wallets.entries()) {
    const paid = wallets.indexOf(wallet) < place ? { booking_id: row.id } : await db.query<{ booking_id: number }>(PAID).get(wallet);
    if (paid) return refuse('WALLET_USED', { wallet, bookingId: paid.booking_id, locator: locators.of(paid.booking_id) });
  }
  return undefined;
}
