import type { Database } from '../database.ts';
import type { Migration } from '../migration.ts';

/**
 * Lets a desk close its drawer.
 * - A tender and a refund say when, at which desk and by whom the money moved, and with which entry of the journal. What was taken or given back
 *   before gets that from the journal.
 * - A shift, each move of cash without a sale, each count and each Z is a row that is never changed.
 */
export const shifts: Migration = {
  script: `
-- event: the first entry of the journal that was written with it. A part of a tender that a split gives to another booking keeps all of this.
ALTER TABLE tenders ADD COLUMN event INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tenders ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tenders ADD COLUMN desk TEXT NOT NULL DEFAULT '';
ALTER TABLE tenders ADD COLUMN user_name TEXT NOT NULL DEFAULT '';
-- What it was paid for: sale or change.
ALTER TABLE tenders ADD COLUMN document TEXT NOT NULL DEFAULT 'sale';
ALTER TABLE refunds ADD COLUMN event INTEGER NOT NULL DEFAULT 0;
ALTER TABLE refunds ADD COLUMN desk TEXT NOT NULL DEFAULT '';
ALTER TABLE refunds ADD COLUMN user_name TEXT NOT NULL DEFAULT '';

-- floats: JSON, minor units of each currency that lay in the drawer. opened_event: the entry that tells of it.
CREATE TABLE shifts (
  id INTEGER NOT NULL PRIMARY KEY,
  desk TEXT NOT NULL,
  user_name TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  opened_event INTEGER NOT NULL,
  floats TEXT NOT NULL
) STRICT;
CREATE INDEX shifts_desk ON shifts (desk, id);

CREATE TABLE shift_moves (
  id INTEGER NOT NULL PRIMARY KEY,
  shift_id INTEGER NOT NULL,
  event INTEGER NOT NULL,
  at INTEGER NOT NULL,
  user_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  currency TEXT NOT NULL,
  amount INTEGER NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX shift_moves_shift ON shift_moves (shift_id, id);

-- counted: JSON, pieces, sum and what was expected then, of each currency.
CREATE TABLE shift_counts (
  shift_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  event INTEGER NOT NULL,
  at INTEGER NOT NULL,
  user_name TEXT NOT NULL,
  counted TEXT NOT NULL,
  PRIMARY KEY (shift_id, number)
) STRICT, WITHOUT ROWID;

-- report: JSON, the shift as the Z tells it.
CREATE TABLE shift_closes (
  desk TEXT NOT NULL,
  z INTEGER NOT NULL,
  shift_id INTEGER NOT NULL,
  event INTEGER NOT NULL,
  at INTEGER NOT NULL,
  user_name TEXT NOT NULL,
  report TEXT NOT NULL,
  PRIMARY KEY (desk, z)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX shift_closes_shift ON shift_closes (shift_id);

-- Entries that a shift counts, of which there are few.
CREATE INDEX journal_shift ON journal (desk, event) WHERE type IN ('payment.reversalDue', 'booking.saleUndone', 'booking.cancelUndone', 'booking.changeUndone', 'receipt.printed', 'cabin.authorised',
    'class.overridden');
`,
  async rows(db, progress) {
    await nameTenders(db, progress);
    await nameRefunds(db);
    await db.script('CREATE INDEX tenders_desk ON tenders (desk, event); CREATE INDEX refunds_desk ON refunds (desk, event);');
  },
};

const AT_ONCE = 2_000;

interface Taken {
  readonly booking_id: number;
  readonly event: number;
  readonly at: number;
  readonly user_name: string;
  readonly desk: string;
  readonly type: string;
  readonly data: string;
}

const PAID = `SELECT booking_id, event, at, user_name, desk, type, data FROM journal
  WHERE booking_id > ? AND booking_id <= ? AND type IN ('booking.confirmed', 'booking.split', 'booking.changed') ORDER BY booking_id, event`;
const TENDERS = 'SELECT booking_id, place, amount FROM tenders WHERE booking_id > ? AND booking_id <= ? ORDER BY booking_id, place';
const NAME = 'UPDATE tenders SET event = ?, at = ?, desk = ?, user_name = ?, document = ? WHERE booking_id = ? AND place = ?';

/** The tenders of a booking were written in the order in which they were taken: those of the sale first, then those of each change. */
async function nameTenders(db: Database, progress: (done: number, total: number) => void): Promise<void> {
  const ends = await db.query<{ last: number | null }>('SELECT max(booking_id) AS last FROM tenders').get();
  const last = ends?.last ?? 0;
  for (let after = 0; after < last; after += AT_ONCE) {
    const upTo = after + AT_ONCE;
    const steps = new Map<number, { readonly step: Taken; readonly paid: number }[]>();
    for (const step of await db.query<Taken>(PAID).all(after, upTo)) {
      const { amount, paid } = JSON.parse(step.data) as { amount: number; paid?: number };
      const moved = step.type === 'booking.changed' ? (paid ?? 0) : amount;
      if (moved > 0) steps.set(step.booking_id, [...(steps.get(step.booking_id) ?? []), { step, paid: moved }]);
    }
    let [booking, before] = [0, 0];
    for (const { booking_id, place, amount } of await db
      .query<{ booking_id: number; place: number; amount: number }>(TENDERS)
      .all(after, upTo)) {
      if (booking_id !== booking) [booking, before] = [booking_id, 0];
      const of = stepOf(steps.get(booking_id) ?? [], before);
      before += amount;
      if (!of) continue;
      const told = of.type === 'booking.split' ? { ...of, ...saleOfSplit(of) } : of;
      const document = of.type === 'booking.changed' ? 'change' : 'sale';
      await db.change(NAME).run(of.event, told.at, told.desk, told.user_name, document, booking_id, place);
    }
    progress(Math.min(upTo, last), last);
  }
}

/** The step that took the tender before which so much had been taken. */
function stepOf(steps: readonly { readonly step: Taken; readonly paid: number }[], before: number): Taken | undefined {
  let upTo = 0;
  for (const { step, paid } of steps) {
    upTo += paid;
    if (before < upTo) return step;
  }
  return steps.at(-1)?.step;
}

/** The money of a booking that was split off was taken with the sale. */
function saleOfSplit({ data }: Taken): Pick<Taken, 'at' | 'desk' | 'user_name'> {
  const { sale } = JSON.parse(data) as { sale: { at: number; user: string; desk: string } };
  return { at: sale.at, desk: sale.desk, user_name: sale.user };
}

const GIVEN_BACK = `SELECT r.id, (SELECT min(j.event) FROM journal j WHERE j.booking_id = r.booking_id AND j.at = r.at
    AND j.type IN ('booking.cancelled', 'booking.changed', 'booking.saleUndone', 'booking.cancelUndone', 'booking.changeUndone')) AS event FROM refunds r ORDER BY r.id`;
const BY = 'SELECT event, desk, user_name FROM journal WHERE event = ?';

async function nameRefunds(db: Database): Promise<void> {
  for (const { id, event } of await db.query<{ id: number; event: number | null }>(GIVEN_BACK).all()) {
    if (event === null) continue;
    const by = await db.query<Pick<Taken, 'event' | 'desk' | 'user_name'>>(BY).get(event);
    if (by) await db.change('UPDATE refunds SET event = ?, desk = ?, user_name = ? WHERE id = ?').run(by.event, by.desk, by.user_name, id);
  }
}
