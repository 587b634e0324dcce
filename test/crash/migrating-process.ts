import { migrate } from '../../main/store/migrate.ts';
import { SqliteDatabase } from '../../main/store/sqlite.ts';
import { NEXT_VERSION } from './next-version.ts';

/** A program of a later version that opens a store: a process to be killed in the middle of it. */
const [file = ''] = process.argv.slice(2);
const db = new SqliteDatabase({ file, cacheMiB: 1 });
process.stdout.write('migrating\n');
await migrate(db, { steps: NEXT_VERSION });
db.close();
