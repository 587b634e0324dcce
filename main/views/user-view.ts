import type { Output } from '../../shared/contract.ts';
import type { Instant } from '../../shared/instants.ts';
import { pinFailures, type UserRow } from '../store/tables/users-table.ts';

/** A user as supervisors see one. A lock that has run out counts as no lock. */
export const userView = (row: UserRow, now: Instant): Output<'users.create'> => ({
  user: row.user,
  display: row.display,
  role: row.role,
  active: row.active === 1,
  lockedUntil: pinFailures(row, now).lockedUntil,
});
