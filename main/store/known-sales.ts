import type { ReadDatabase } from './database.ts';
import type { PassengerRow, TenderRow } from './tables/sale-rows.ts';

/**
 * Tenders and names of the bookings that the commands of a batch are about to read (checks/read-sales-ahead.ts). They are kept until the batch ends, or
 * until something is written of theirs: tables/sale-record.ts and whoever changes a tender say so. Whoever undoes something forgets all of them.
 */
interface Known {
  readonly tenders: Map<number, readonly TenderRow[]>;
  readonly passengers: Map<number, readonly PassengerRow[]>;
}

const knownBy = new WeakMap<ReadDatabase, Known>();

export const knownTenders = (db: ReadDatabase, bookingId: number): readonly TenderRow[] | undefined =>
  knownBy.get(db)?.tenders.get(bookingId);

export const knownPassengers = (db: ReadDatabase, bookingId: number): readonly PassengerRow[] | undefined =>
  knownBy.get(db)?.passengers.get(bookingId);

/** As just read. */
export const knowSales = (db: ReadDatabase, known: Known): void => void knownBy.set(db, known);

/** Must be called with each change of a tender. */
export const tendersChanged = (db: ReadDatabase, bookingId: number): void => void knownBy.get(db)?.tenders.delete(bookingId);

/** Must be called with each change of a name. */
export const passengersChanged = (db: ReadDatabase, bookingId: number): void => void knownBy.get(db)?.passengers.delete(bookingId);

/** Must be called at the beginning of each batch, and after something was undone. */
export const forgetSales = (db: ReadDatabase): boolean => knownBy.delete(db);
