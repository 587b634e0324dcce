import { SYSTEM } from '../../../main/actor.ts';
import { hashPin } from '../../../main/sessions/pin-hash.ts';
import type { SqliteDatabase } from '../../../main/store/sqlite.ts';
import { appendEvent, journalEnd } from '../../../main/store/tables/journal-table.ts';
import { TRAINING_USERS } from '../../../main/training/training-users.ts';
import { instant } from '../../../shared/instants.ts';

type HashedUser = (typeof TRAINING_USERS)[number] & { readonly pinHash: string };
/** Hashing takes its time on purpose: once a process. */
let hashed: Promise<HashedUser[]> | undefined;
const hashAll = () => Promise.all(TRAINING_USERS.map(async (one) => ({ ...one, pinHash: await hashPin(one.pin, one.user, 'bench') })));

/** The users of a training store, in a store that is not one: a live store needs no sample day to start. */
export async function addBenchUsers(db: SqliteDatabase, at: number): Promise<void> {
  hashed ??= hashAll();
  const users = await hashed;
  let end = await journalEnd(db);
  db.begin();
  for (const { user, display, role, pinHash } of users) {
    db.change('INSERT INTO users (user_name, display, role, pin_hash) VALUES (?, ?, ?, ?)').run(user, display, role, pinHash);
    end = await appendEvent(db, end, instant(at), SYSTEM, 'user.created', { subject: user, before: '', after: role });
  }
  db.commit();
}
