import { SYSTEM } from '../../main/actor.ts';
import { openInlineHub } from '../../main/engine/inline-hub.ts';
import { loadReference } from '../../main/reference/load-reference.ts';
import { Locators } from '../../main/store/locators.ts';
import { readMeta } from '../../main/store/tables/meta-table.ts';
import { FakeClock } from '../main/support/fake-clock.ts';
import { value } from '../main/support/test-hub.ts';
import { CountedDatabase } from './counted-database.ts';
import { type ImportToKill, requestOfImport } from './import-to-kill.ts';

/**
 * Applies an import that was staged in a store, a flight number and a booking at a time: a process to be killed before its call `killBefore`. Its last
 * line names the calls that committed.
 */
const [file = '', input = '', killBefore = '0'] = process.argv.slice(2);
const { apply, now } = JSON.parse(input) as ImportToKill;
const db = new CountedDatabase(file, Number(killBefore));
const locators = new Locators(Number(await readMeta(db, 'locator_key')) >>> 0);
const hub = await openInlineHub({ db, locators, reference: loadReference(), clock: new FakeClock(now) });
for (let first = true, ended = false; !ended; first = false)
  ended = value(await hub.change('schedule.copy', { staged: apply, rows: 0, ...(first ? { first } : {}) }, SYSTEM, null)).ended;
value(await hub.change('schedule.applyStaged', { ...apply, unseat: true }, SYSTEM, requestOfImport, { importId: apply.importId }));
while (!value(await hub.change('schedule.settle', { bookings: 1 }, SYSTEM, null)).done);
process.stdout.write(`${JSON.stringify(db.committedAt)}\n`);
await hub.close();
