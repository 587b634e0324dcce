import type { ChangedBooking } from '../../../shared/methods/reaccommodation.ts';
import { announce } from '../../parts/announcer.tsx';
import { standing } from './desk-steps.ts';
import { useDesk } from './desk-store.ts';
import { letGo, proposeThree } from './keep-seats.ts';
import { allToggled, toggled } from './selection.ts';

/** Selects a booking, or does not. Its seats stay kept. */
export function toggleOne(row: ChangedBooking): void {
  if (standing(row) !== 'kept') return;
  const { leftOut } = useDesk.getState();
  useDesk.setState({ leftOut: toggled(leftOut, row.bookingId) });
  announce(`${row.locator} ${leftOut.has(row.bookingId) ? 'selected' : 'not selected'}`);
}

export const toggleAll = (): void => useDesk.setState(({ leftOut, rows }) => ({ leftOut: allToggled(leftOut, rows, standing) }));

/** Leaves a booking out and shows the next one. Its seats are not kept longer. */
export function leaveOut(row: ChangedBooking): void {
  const { rows, leftOut } = useDesk.getState();
  useDesk.setState({ leftOut: new Set(leftOut).add(row.bookingId) });
  const next = rows[rows.findIndex(({ bookingId }) => bookingId === row.bookingId) + 1];
  if (next) focusRow(next.bookingId);
  announce(`${row.locator} left out`);
}

/** The row gets the focus, which shows its booking. */
export const focusRow = (bookingId: number): void => document.querySelector<HTMLElement>(`[data-booking="${bookingId}"]`)?.focus();

/** The booking stays as somebody else left it, and the seats that were kept for it go back to sale. */
export function keepTheirs(row: ChangedBooking): void {
  letGo([row.bookingId]);
  announce(`${row.locator} stays as it was changed`);
  void useDesk.getState().load();
}

/** A way on counts over what somebody else did: it is asked for anew, of the booking as it is now. */
export const takeYours = (row: ChangedBooking): Promise<void> => proposeThree(row);
