import type { ShiftReport } from '../../shared/methods/shifts.ts';
import type { Role } from '../../shared/roles.ts';
import { dayAndTime } from '../format/day-and-time.ts';

interface Asks {
  readonly session: { readonly user: string; readonly desk: string; readonly role: Role } | null;
  /** From when on whoever works at the desk may count and close it; null where that is not known. */
  readonly forgottenAt: number | null;
  readonly now: number;
  /** How the one who opened it is called. */
  readonly name: string;
  readonly zone: string;
  readonly airport: string;
}

/** What whoever is signed in may do with an open shift, as the hub will decide, and the words that say so before anybody has counted for nothing. */
export interface WhoseShift {
  readonly mayMove: boolean;
  readonly mayEnd: boolean;
  readonly words: string;
}

export function whoseShift(report: ShiftReport, { session, forgottenAt, now, name, zone, airport }: Asks): WhoseShift {
  const [mayMove, mayEnd] = [true, true];
  if (session && session.desk !== report.desk)
    return { mayMove, mayEnd, words: `The shift of ${name} at desk ${report.desk}. Esc goes back to this desk.` };
  if (session?.user === report.user) return { mayMove, mayEnd, words: 'Whatever is sold at this desk belongs to this shift.' };
  if (session?.role === 'supervisor')
    return { mayMove, mayEnd, words: `The shift is that of ${name}. A supervisor may count and close it.` };
  if (forgottenAt === null) return { mayMove: false, mayEnd: false, words: `The shift is that of ${name}.` };
  if (forgottenAt <= now) return { mayMove: false, mayEnd, words: `${name} left this shift open. Count the drawer to close it.` };
  const from = `${dayAndTime(forgottenAt, zone)} ${airport}`;
  return {
    mayMove: false,
    mayEnd: false,
    words: `${name} or a supervisor closes this shift. From ${from} on, whoever works at this desk may.`,
  };
}
