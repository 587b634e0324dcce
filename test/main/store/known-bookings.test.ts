import { describe, expect, it } from 'vitest';
import type { ReadDatabase } from '../../../main/store/database.ts';
import { forgetBookings, knownBooking, rememberBooking } from '../../../main/store/known-bookings.ts';
import type { BookingRow } from '../../../main/store/tables/bookings-table.ts';

const db = {} as ReadDatabase;
const row = (id: number, version = 1) => ({ id, version }) as BookingRow;
const rememberTo = (last: number) => {
  for (let id = 1; id <= last; id++) rememberBooking(db, row(id));
};

describe('the cache of booking rows', () => {
  it('knows the newest row of a booking, however long ago an older one was written', () => {
    rememberTo(2_500);
    rememberBooking(db, row(1, 2));
    expect(knownBooking(db, 1)).toEqual(row(1, 2));
    expect(knownBooking(db, 2)).toEqual(row(2));
  });

  it('keeps at least the last 2,000 rows and drops older ones, so that it does not grow without end', () => {
    rememberTo(10_000);
    expect(knownBooking(db, 8_001)).toEqual(row(8_001));
    expect(knownBooking(db, 6_000)).toBeUndefined();
  });

  it('forgets all rows when something was undone', () => {
    rememberTo(3_000);
    forgetBookings(db);
    expect([knownBooking(db, 1), knownBooking(db, 3_000)]).toEqual([undefined, undefined]);
  });
});
