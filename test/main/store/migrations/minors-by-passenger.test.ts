import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MIGRATIONS } from '../../../../main/store/migrate.ts';
import { minorsByPassenger } from '../../../../main/store/migrations/010-minors-by-passenger.ts';
import { SqliteDatabase } from '../../../../main/store/sqlite.ts';
import { closeSound } from '../../support/close-sound.ts';
import { TO_TWELFTH } from '../../support/first-version.ts';
import { ANA, openTestHub, sale, value } from '../../support/test-hub.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-minors-by-passenger-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const CHILD = { type: 'CHD', infant: false, assistance: false } as const;
const MIA = { type: 'CHD', surname: 'Petrov', given: 'Mia', title: '', birthDate: '2018-03-12', with: null } as const;

test('children of an older store to whom a supervisor has said yes are marked, all others are not, and the store is sound', async () => {
  const file = join(folder, 'store.sqlite');
  const before = await openTestHub({ file });
  const flight = await before.addFlight();
  const alone = value(await before.hold(flight.id, ['15A'], { passengers: [CHILD] }));
  const minor = { ...sale(alone, { passengers: [MIA] }), minorsBy: 'osei', approved: [] };
  value(await before.hub.change('payments.confirm', minor, ANA, before.requestId()));
  const adult = value(await before.hold(flight.id, ['20A']));
  value(await before.hub.change('payments.confirm', { ...sale(adult), approved: [] }, ANA, before.requestId()));
  await before.hub.close();
  const older = new SqliteDatabase({ file });
  const version = MIGRATIONS.findIndex(({ script }) => script === minorsByPassenger);
  // What later versions add goes too, so that they can add it again.
  await older.script(`
    ${TO_TWELFTH}
    DROP TABLE desks;
    ALTER TABLE booking_passengers DROP COLUMN unaccompanied;
    DELETE FROM schema_version WHERE version > ${version}`);
  older.close();

  const after = await openTestHub({ file });
  const marks = async (bookingId: number) =>
    value(await after.hub.ask('bookings.get', { bookingId }, ANA)).booking.passengers.map(({ unaccompanied }) => unaccompanied);
  expect(await marks(alone.bookingId)).toEqual([true]);
  expect(await marks(adult.bookingId)).toEqual([undefined]);
  await closeSound(after, file);
});
