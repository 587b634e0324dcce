import { migrate } from '../../main/store/migrate.ts';
import { CountedDatabase } from './counted-database.ts';
import { NEXT_VERSION } from './next-version.ts';

/**
 * A program of a later version that opens a store: a process to be killed in the middle of it, from outside or before its call
 * `killBefore`. Its last line names the calls that committed the steps.
 */
const [file = '', killBefore = '0'] = process.argv.slice(2);
const db = new CountedDatabase(file, Number(killBefore));
process.stdout.write('migrating\n');
await migrate(db, { steps: NEXT_VERSION });
db.close();
process.stdout.write(`${JSON.stringify(db.committedAt)}\n`);
