import { LAST_SALES_MAX } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { accept } from '../../shared/refusals.ts';
import type { BookingRow } from '../store/tables/bookings-table.ts';
import { saleRecordOf } from '../store/tables/sale-record.ts';
import { flownAt } from '../views/flown-at.ts';
import { listedName } from '../views/listed-name.ts';
import type { Query } from './query.ts';

type Sold = Pick<BookingRow, 'id' | 'state' | 'legs' | 'currency' | 'total'> & { readonly at: number; readonly user: string };

const LAST = `SELECT id, state, legs, currency, total, sold_at AS at, sold_by AS user FROM bookings
  WHERE sold_at IS NOT NULL AND sold_desk IN (?) ORDER BY sold_at DESC, id DESC LIMIT 0 + ?`;

/** The last sales of the desk that asks, newest first. */
export const lastSales: Query<Input<'bookings.lastOfDesk'>, Output<'bookings.lastOfDesk'>> = async ({ db, actor, locators }) => {
  const sales: Output<'bookings.lastOfDesk'>['sales'] = [];
  for (const sold of await db.query<Sold>(LAST).all(actor.desk, LAST_SALES_MAX)) {
    const { id, state, currency, total, at, user } = sold;
    const { passengers, tenders } = await saleRecordOf(db, id);
    const names = passengers.map(listedName);
    const change = tenders.reduce((sum, { amount, given }) => sum + Math.max(0, (given ?? amount) - amount), 0);
    const flown = await flownAt(db, sold);
    const left = flown === undefined ? {} : { flownAt: flown };
    sales.push({ bookingId: id, locator: locators.of(id), state, at, user, names, currency, total, change, ...left });
  }
  return accept({ sales });
};
