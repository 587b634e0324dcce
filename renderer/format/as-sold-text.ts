import { markWords } from '../../shared/leg-change-words.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import type { LegNow } from '../../shared/methods/leg-now.ts';
import { dateLabel, dayShift, dayShiftText, localTime } from './times.ts';

/**
 * `As sold: Sat 21 Nov, JFK 12:00 to LAX 15:25`: what stands beside a leg that has another time, place or aircraft by now. Empty where nothing differs,
 * and for a leg that does not fly, which is shown as it was sold.
 */
export function asSoldText(sold: BookedLeg, now: LegNow | undefined): string {
  if (!now || now.kind === 'cancelled') return '';
  const aircraft = now.equipment === sold.equipment ? '' : `, ${sold.equipment}`;
  if (now.movedMinutes === 0 && now.destination === sold.destination && aircraft === '') return '';
  const shift = dayShiftText(dayShift(sold.departsAt, sold.originZone, sold.arrivesAt, sold.destinationZone));
  const departs = `${dateLabel(sold.date)}, ${sold.origin} ${localTime(sold.departsAt, sold.originZone)}`;
  return `As sold: ${departs} to ${sold.destination} ${localTime(sold.arrivesAt, sold.destinationZone)}${shift && ` ${shift}`}${aircraft}`;
}

/** For paper, `TK 35 min later. As sold: Sat 21 Nov, JFK 12:00 to LAX 15:25`. Empty where the schedule means nothing else for the leg. */
export const changeText = (sold: BookedLeg, now: LegNow | undefined): string =>
  !now || now.kind === 'none' ? '' : [markWords(now), asSoldText(sold, now)].filter(Boolean).join('. ');
