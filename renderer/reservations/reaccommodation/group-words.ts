import type { ChangeGroup } from '../../../shared/methods/reaccommodation.ts';
import type { IconName } from '../../parts/icon.tsx';

/** What stands beside the words of a group. */
export const GROUP_ICONS: Readonly<Record<ChangeGroup, { readonly icon: IconName; readonly tone: 'bad' | 'warn' | 'ok' }>> = {
  cancelled: { icon: 'cross', tone: 'bad' },
  missed: { icon: 'clock', tone: 'bad' },
  connection: { icon: 'alert', tone: 'warn' },
  movedFar: { icon: 'clock', tone: 'warn' },
  seatGone: { icon: 'cross', tone: 'bad' },
  otherDestination: { icon: 'arrow', tone: 'warn' },
  moved: { icon: 'check', tone: 'ok' },
};

/** What happened to the bookings of a group. */
export function groupWords(group: ChangeGroup, limitMinutes: number): string {
  switch (group) {
    case 'cancelled':
      return 'Cancelled';
    case 'missed':
      return 'Missed';
    case 'connection':
      return 'Connection too short';
    case 'movedFar':
      return `Moved over ${limitMinutes} min`;
    case 'seatGone':
      return 'Seat gone';
    case 'otherDestination':
      return 'Other airport';
    case 'moved':
      return `Moved up to ${limitMinutes} min`;
  }
}

/** `18 to do, 13 done`, `all done`, `none`. */
export function countsText({ todo, done }: { readonly todo: number; readonly done: number }): string {
  if (todo === 0) return done === 0 ? 'none' : 'all done';
  return [`${todo} to do`, done > 0 ? `${done} done` : ''].filter(Boolean).join(', ');
}
