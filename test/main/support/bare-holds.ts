import { EXPIRY_BATCH_MAX } from '../../../shared/bounds.ts';
import type { TestHub } from './test-hub.ts';

const FIRST = 1_001;

/** Holds without a seat that are due together: a few more than are ended before one command. */
export async function addDueHolds({ db }: Pick<TestHub, 'db'>, expiresAt: number): Promise<void> {
  const hold = db.change(
    `INSERT INTO bookings (id, state, desk, user_name, created_at, expires_at, hold_ms, party, legs, currency, total)
     VALUES (?, 'HOLD', 'T1-04', 'ruiz', 0, ?, 1, '[]', '[]', 'USD', 0)`,
  );
  for (let id = FIRST; id < FIRST + EXPIRY_BATCH_MAX + 5; id++) await hold.run(id, expiresAt);
}
