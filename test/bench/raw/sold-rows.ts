import Sqlite from 'better-sqlite3';

export interface RawRow {
  readonly table: string;
  readonly columns: readonly string[];
  readonly values: readonly unknown[];
}

/** What one command wrote: rows of its own, and seats counted in a cabin. */
export interface RawWork {
  readonly bookingId: number;
  readonly rows: readonly RawRow[];
  readonly counted: readonly { readonly flightId: number; readonly seats: number }[];
}

type Found = Record<string, unknown>;

/**
 * Reads back what a desk wrote for each booking from `after` on, so that the bare database can be timed with the same rows: those of
 * its hold, and those of its confirmation when it has one.
 */
export function soldRows(file: string, after: number): { readonly holds: readonly RawWork[]; readonly confirms: readonly RawWork[] } {
  const db = new Sqlite(file, { readonly: true });
  const rowsOf = (table: string, where: string, order: string) =>
    (db.prepare(`SELECT * FROM ${table} WHERE ${where} ORDER BY ${order}`).all() as Found[]).map((row) => ({ table, row }));
  const ofBooking = (table: string, order: string) => byBooking(rowsOf(table, `booking_id > ${after}`, order));
  const claims = byBooking(rowsOf('claims', `owner > ${after}`, 'owner'), [], 'owner');
  const [legs, passengers, keys, tenders] = [
    ofBooking('booking_legs', 'booking_id'),
    ofBooking('booking_passengers', 'place'),
    ofBooking('find_keys', 'kind, key'),
    ofBooking('tenders', 'place'),
  ];
  const journal = rowsOf('journal', `booking_id > ${after}`, 'event');
  const [placed, confirmed] = ['hold.placed', 'booking.confirmed'].map((type) => byBooking(journal.filter(({ row }) => row.type === type)));
  // Replies are numbered in the order in which the commands of each kind were done.
  const replies = rowsOf('replies', `at >= (SELECT min(created_at) FROM bookings WHERE id > ${after})`, 'id').map(({ table, row }) => {
    const { value } = JSON.parse(`${String(row.reply)}}}`) as { value: { state: string } };
    return { table, row: { ...row, state: value.state } };
  });
  const [heldReplies, soldReplies] = ['HOLD', 'CONFIRMED'].map((state) =>
    byBooking(
      replies.filter(({ row }) => row.state === state),
      ['state'],
    ),
  );
  const bookings = rowsOf('bookings', `id > ${after}`, 'id');
  db.close();
  const work = (bookingId: number, rows: readonly (RawRow[] | undefined)[]): RawWork => ({
    bookingId,
    rows: rows.flatMap((some) => some ?? []),
    counted: (claims.get(bookingId) ?? []).map(({ values }) => ({ flightId: Number(values[0]), seats: 1 })),
  });
  return {
    holds: bookings.map(({ table, row }) => {
      const id = Number(row.id);
      return work(id, [claims.get(id), [rawRow(table, row)], placed?.get(id), heldReplies?.get(id)]);
    }),
    confirms: [...legs.keys()].map((id) =>
      work(id, [legs.get(id), passengers.get(id), keys.get(id), tenders.get(id), confirmed?.get(id), soldReplies?.get(id)]),
    ),
  };
}

function byBooking(
  rows: readonly { readonly table: string; readonly row: Found }[],
  without: readonly string[] = [],
  owner = 'booking_id',
): Map<number, RawRow[]> {
  const found = new Map<number, RawRow[]>();
  for (const { table, row } of rows) {
    const id = Number(row[owner]);
    const raw = rawRow(table, row, without);
    const known = found.get(id);
    if (known) known.push(raw);
    else found.set(id, [raw]);
  }
  return found;
}

/** Numbers that count rows are left to the table that the row goes into. */
function rawRow(table: string, row: Found, without: readonly string[] = []): RawRow {
  const columns = Object.keys(row).filter((column) => !without.includes(column) && !(table === 'replies' && column === 'id'));
  return { table, columns, values: columns.map((column) => row[column]) };
}
