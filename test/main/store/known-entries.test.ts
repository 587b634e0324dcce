import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../main/seeded-random.ts';
import { forgetEntries, HEAD_MAX } from '../../../main/store/known-entries.ts';
import { SqliteDatabase } from '../../../main/store/sqlite.ts';
import type { WaitRow } from '../../../main/store/tables/wait-row.ts';
import { blankPhoneOf, changeWaitEntry, insertWaitEntry, waitEntryById, waitingOn } from '../../../main/store/tables/waitlist-table.ts';
import { WAITLIST_READ_MAX } from '../../../shared/bounds.ts';
import { migratedStore } from '../support/once/migrated-store.ts';

const openDb = async () => new SqliteDatabase({ file: await migratedStore() });

const party = (flights: readonly number[], priority = 0) => ({
  ...{
    flights: JSON.stringify(flights),
    cabin: 'Y' as const,
    booking_class: null,
    party: '[]',
    contact_name: 'CHEN',
    phone: '+1 646 555 0117',
  },
  ...{ fare_limit: null, currency: 'USD', priority, reason: '', desk: 'T1-04', user: 'ruiz', joined_at: 1, ahead: 0, leaves_at: 2 },
});

describe('the first parties of a list that are kept in memory', () => {
  it.each([1, 2, 3, 4])(
    'seed %i: are those that the table has, whoever joins, leaves and is moved, on long lists and short ones',
    async (seed) => {
      const db = await openDb();
      const random = seededRandom(seed);
      const waiting = new Map<number, WaitRow>();
      // Enough for lists of which not all parties are kept, and for them to be short again.
      for (let step = 0; step < 25 * HEAD_MAX; step++) {
        const on = random.below(4) === 0 ? [1, 2] : [1 + random.below(2)];
        const one = waiting.size > 0 ? random.pick([...waiting.values()]) : undefined;
        if (!one || random.below(100) < (step < 15 * HEAD_MAX ? 60 : 20)) {
          const row = await insertWaitEntry(db, party(on, random.below(3)));
          waiting.set(row.id, row);
        } else if (random.below(3) === 0)
          waiting.set(one.id, await changeWaitEntry(db, one, { priority: random.below(3), reason: 'a test' }));
        else {
          await changeWaitEntry(db, one, { state: 'DROPPED', ended_at: step });
          waiting.delete(one.id);
        }
        for (const flight of [1, 2]) {
          const from = random.below(4);
          const most = random.below(3) === 0 ? WAITLIST_READ_MAX : 3;
          const known = await waitingOn(db, flight, 'Y', most, from);
          const stored = await db
            .column<number>(
              "SELECT entry_id FROM waitlist_flights WHERE flight_id = ? AND cabin = 'Y' AND waits = 1 ORDER BY priority DESC, entry_id LIMIT ? OFFSET ?",
            )
            .all(flight, most, from);
          expect(
            known.map(({ id }) => id),
            `step ${step}`,
          ).toEqual(stored);
          expect(known, `step ${step}`).toEqual(known.map(({ id }) => waiting.get(id)));
        }
      }
      db.close();
    },
  );
});

describe('a party that is kept in memory', () => {
  it('is told as it was written last', async () => {
    const db = await openDb();
    const row = await insertWaitEntry(db, party([1]));
    const after = await changeWaitEntry(db, row, { state: 'OFFERED', hold_id: 7, offered_at: 3 });
    expect(await waitEntryById(db, row.id)).toEqual(after);
    forgetEntries(db);
    expect(await waitEntryById(db, row.id)).toEqual(after);
    db.close();
  });

  it('has no phone number any more once the passenger of its hold is blanked', async () => {
    const db = await openDb();
    const row = await insertWaitEntry(db, party([1]));
    await changeWaitEntry(db, row, { state: 'OFFERED', hold_id: 7, offered_at: 3 });
    await blankPhoneOf(db, 7);
    expect((await waitEntryById(db, row.id))?.phone).toBe('');
    db.close();
  });

  it('fails to change when the table has it in another state', async () => {
    const db = await openDb();
    const row = await insertWaitEntry(db, party([1]));
    await db.change("UPDATE waitlist SET state = 'DROPPED' WHERE id = ?").run(row.id);
    await expect(changeWaitEntry(db, row, { state: 'OFFERED', hold_id: 7 })).rejects.toThrow('is not WAITING any more');
    db.close();
  });
});
