import { assert } from '../../shared/assert.ts';
import { type Database, StoreError } from './database.ts';
import type { Migration } from './migration.ts';
import { first } from './migrations/001-first.ts';
import { shortReplies } from './migrations/002-short-replies.ts';
import { jobs } from './migrations/003-jobs.ts';
import { vouchers } from './migrations/004-vouchers.ts';
import { changingBookings } from './migrations/005-changing-bookings.ts';
import { findKeys } from './migrations/006-find-keys.ts';
import { repeatedDepartures } from './migrations/007-repeated-departures.ts';
import { drafts } from './migrations/008-drafts.ts';
import { unaccompaniedMinors } from './migrations/009-unaccompanied-minors.ts';
import { minorsByPassenger } from './migrations/010-minors-by-passenger.ts';
import { cancelledOnBoard } from './migrations/011-cancelled-on-board.ts';
import { desks } from './migrations/012-desks.ts';
import { policies } from './migrations/013-policies.ts';
import { competitorFares } from './migrations/014-competitor-fares.ts';
import { overrides } from './migrations/015-overrides.ts';
import { promotions } from './migrations/016-promotions.ts';
import { policyReceipts } from './migrations/017-policy-receipts.ts';
import { overrideScores } from './migrations/018-override-scores.ts';
import { changes } from './migrations/019-changes.ts';
import { waitlist } from './migrations/020-waitlist.ts';
import { messages } from './migrations/021-messages.ts';
import { shifts } from './migrations/022-shifts.ts';
import { refundPolicies } from './migrations/023-refund-policies.ts';
import { timeLimits } from './migrations/024-time-limits.ts';
import { volunteers } from './migrations/025-volunteers.ts';
import { seatBlocks } from './migrations/026-seat-blocks.ts';
import { denials } from './migrations/027-denials.ts';
import { queues } from './migrations/028-queues.ts';
import { customers } from './migrations/029-customers.ts';
import { accounts } from './migrations/030-accounts.ts';
import { soldAbove } from './migrations/031-sold-above.ts';
import { compensations } from './migrations/032-compensations.ts';
import { waitlistClasses } from './migrations/033-waitlist-classes.ts';
import { authorisedPercent } from './migrations/034-authorised-percent.ts';
import { journalOverrides } from './migrations/035-journal-overrides.ts';
import { quickShiftIndex } from './migrations/036-quick-shift-index.ts';
import { failedAt } from './migrations/037-failed-at.ts';
import { waitlistMoves } from './migrations/038-waitlist-moves.ts';
import { seatMaps } from './migrations/039-seat-maps.ts';
import { aircraft } from './migrations/040-aircraft.ts';
import { reaccommodation } from './migrations/041-reaccommodation.ts';
import { throughFlights } from './migrations/042-through-flights.ts';
import { flightsBeside } from './migrations/043-flights-beside.ts';
import { handChanges } from './migrations/044-hand-changes.ts';
import { codeshares } from './migrations/045-codeshares.ts';
import { airportChanges } from './migrations/046-airport-changes.ts';
import { pairedDesks } from './migrations/047-paired-desks.ts';
import { flashSales } from './migrations/048-flash-sales.ts';
import { lockOuts } from './migrations/049-lock-outs.ts';
import { systemRights } from './migrations/050-system-rights.ts';

/** In order. A migration that was released is never changed. */
export const MIGRATIONS: readonly Migration[] = [
  { script: first },
  { script: shortReplies },
  { script: jobs },
  { script: vouchers },
  changingBookings,
  findKeys,
  repeatedDepartures,
  { script: drafts },
  { script: unaccompaniedMinors },
  { script: minorsByPassenger },
  { script: cancelledOnBoard },
  { script: desks },
  { script: policies },
  { script: competitorFares },
  { script: overrides },
  { script: promotions },
  { script: policyReceipts },
  { script: overrideScores },
  { script: changes },
  { script: waitlist },
  { script: messages },
  shifts,
  { script: refundPolicies },
  { script: timeLimits },
  { script: volunteers },
  { script: seatBlocks },
  { script: denials },
  { script: queues },
  { script: customers },
  { script: accounts },
  { script: soldAbove },
  { script: compensations },
  { script: waitlistClasses },
  { script: authorisedPercent },
  { script: journalOverrides },
  { script: quickShiftIndex },
  { script: failedAt },
  { script: waitlistMoves },
  { script: seatMaps },
  { script: aircraft },
  { script: reaccommodation },
  { script: throughFlights },
  { script: flightsBeside },
  { script: handChanges },
  { script: codeshares },
  { script: airportChanges },
  { script: pairedDesks },
  { script: flashSales },
  { script: lockOuts },
  { script: systemRights },
];

export const SCHEMA_VERSION = MIGRATIONS.length;

export interface MigrateOptions {
  /** Those of another version, for tests. */
  readonly steps?: readonly Migration[];
  /** Told while the rows of a large store are written: `done` of `total`. */
  readonly progress?: (done: number, total: number) => void;
}

/** Brings a store to this version. A newer store is refused, untouched. */
export async function migrate(db: Database, { steps = MIGRATIONS, progress = () => {} }: MigrateOptions = {}): Promise<void> {
  await db.script('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL) STRICT');
  const row = await db.query<{ version: number | null }>('SELECT max(version) AS version FROM schema_version').get();
  const from = row?.version ?? 0;
  if (from > steps.length) throw new StoreError('newer', `The store has version ${from}; this Aisle knows up to ${steps.length}.`);
  for (let version = from + 1; version <= steps.length; version++) {
    const step = steps[version - 1];
    assert(step, `no migration ${version}`);
    await db.begin();
    try {
      await db.script(step.script);
      await step.rows?.(db, progress);
      await db.change('INSERT INTO schema_version (version) VALUES (?)').run(version);
      await db.commit();
    } catch (error) {
      if (db.inTransaction) await db.rollback();
      // A migration was tried on every version before. If it fails, the store is not of the version that it names.
      if (error instanceof StoreError && error.trouble === 'failed')
        throw new StoreError('corrupt', `it is not of the version ${version - 1} that it says: ${error.message}`, { cause: error });
      throw error;
    }
  }
}
