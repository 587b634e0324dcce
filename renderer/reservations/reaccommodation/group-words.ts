import type { ChangeGroup } from '../../../shared/methods/reaccommodation.ts';
import { countText } from '../../format/count-text.ts';
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

/** `12 more come up as these are done.` */
export const moreText = (more: number): string => `${countText(more)} more ${more === 1 ? 'comes' : 'come'} up as these are done.`;

/** What brings bookings into a group that has none. */
export const emptyText = (group: ChangeGroup): string =>
  group === 'missed'
    ? 'Bookings stand here when they missed a flight by the fault of the carrier. N on the booking says so.'
    : 'Bookings stand here when the carrier moves or cancels their flights, or takes their seats.';
