import type { Output } from '../../shared/contract.ts';
import type { Instant } from '../../shared/instants.ts';
import type { UserRow } from '../store/tables/users-table.ts';

/** A user as supervisors see one. `locked`: where the name is locked now. */
export const userView = (row: UserRow, locked: readonly { readonly desk: string; readonly until: Instant }[]): Output<'users.create'> => ({
  user: row.user,
  display: row.display,
  role: row.role,
  active: row.active === 1,
  lockedUntil: locked.length === 0 ? null : Math.max(...locked.map(({ until }) => until)),
  lockedAt: locked.map(({ desk }) => desk),
});
