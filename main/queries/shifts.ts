import { SHIFTS_SHOWN_MAX } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { HOUR_MS } from '../../shared/instants.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { cashFigures } from '../reports/cash-figures.ts';
import { moneyMoved } from '../reports/money-moved.ts';
import { shiftReport } from '../reports/shift-report.ts';
import { readSetting } from '../store/tables/settings-table.ts';
import {
  closeOf,
  floatsOf,
  lastClose,
  lastShift,
  lastZ,
  newestShifts,
  openShiftOf,
  reportOf,
  shiftById,
} from '../store/tables/shifts-table.ts';
import { displayNames } from '../store/tables/users-table.ts';
import { newestEvent } from './newest-event.ts';
import type { Query, QueryContext } from './query.ts';

const RUNNING = `SELECT p.booking_id, p.currency, sum(p.amount) AS amount FROM payments p JOIN bookings b ON b.id = p.booking_id
  WHERE p.state = 'TAKEN' AND b.state = 'HOLD' AND b.desk IN (?) GROUP BY p.booking_id, p.currency ORDER BY p.booking_id`;

/** The open shift of the desk that asks. */
export const shiftNow: Query<Input<'shift.now'>, Output<'shift.now'>> = async (context) => {
  const { db, locators, actor } = context;
  const { desk } = actor;
  const open = await openShiftOf(db, desk);
  const last = await lastClose(db, desk);
  const before = await lastShift(db, desk);
  const running = await db.query<{ booking_id: number; currency: string; amount: number }>(RUNNING).all(desk);
  return accept({
    desk,
    shift: open ? await shiftReport(context, open) : null,
    forgottenAt: open ? open.opened_at + (await readSetting(db, 'shiftHours')) * HOUR_MS : null,
    lastZ: (await lastZ(db, desk)) || null,
    floatsIn: before ? floatsOf(before).map(({ currency }) => currency) : [],
    outside: open ? [] : await cashOutside(context, desk, last?.event ?? 0),
    running: running.map(({ booking_id, currency, amount }) => ({
      ...{ bookingId: booking_id, locator: locators.of(booking_id), currency, amount },
    })),
    version: await newestEvent(db),
  });
};

/** Cash that moved at a desk after an entry of the journal, while no shift was open. */
async function cashOutside({ db }: QueryContext, desk: string, after: number): Promise<Output<'shift.now'>['outside']> {
  // A desk that never had a shift sells without one; that is no oversight.
  if (after === 0) return [];
  const rows = await moneyMoved(db, desk, { after, before: Number.MAX_SAFE_INTEGER }, Number.MAX_SAFE_INTEGER);
  return cashFigures([], rows, []).map(({ currency, expected, sales, refunds }) => ({
    ...{ currency, amount: expected, documents: sales + refunds },
  }));
}

/** One shift, as it may be told now. */
export const shiftTold: Query<Input<'shift.report'>, Output<'shift.report'>> = async (context, { shiftId }) => {
  const { db, actor } = context;
  const shift = await shiftById(db, shiftId);
  if (!shift) return refuse('SHIFT_UNKNOWN');
  if (actor.role !== 'supervisor' && shift.desk !== actor.desk && shift.user !== actor.user)
    return refuse('ROLE_REQUIRED', { role: 'supervisor' });
  return accept(await shiftReport(context, shift));
};

/** Shifts, newest first. */
export const shiftList: Query<Input<'shift.list'>, Output<'shift.list'>> = async ({ db, actor }, { desk }) => {
  const all = actor.role === 'supervisor';
  if (!all && desk !== undefined && desk !== actor.desk) return refuse('ROLE_REQUIRED', { role: 'supervisor' });
  const shifts: Output<'shift.list'>['shifts'] = [];
  for (const { id, ...shift } of await newestShifts(db, desk ?? (all ? null : actor.desk), SHIFTS_SHOWN_MAX)) {
    const close = await closeOf(db, id);
    const report = close && reportOf(close);
    shifts.push({
      ...{ shiftId: id, desk: shift.desk, user: shift.user, openedAt: shift.opened_at },
      closed: report?.closed ?? null,
      nextZ: close ? null : (await lastZ(db, shift.desk)) + 1,
      differences: (report?.counted?.currencies ?? []).map(({ currency, counted, expected }) => ({ currency, amount: counted - expected })),
    });
  }
  const people = await displayNames(
    db,
    shifts.flatMap(({ user, closed }) => (closed ? [user, closed.user] : [user])),
  );
  return accept({ shifts, people });
};
