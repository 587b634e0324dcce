import { SECOND_MS } from '../../../shared/instants.ts';
import type { FlashSale } from '../../../shared/methods/flash-sales.ts';
import { countText } from '../../format/count-text.ts';
import type { PlaceInLine } from '../../sale/holds-under-way.ts';

export const modeWords = ({ mode }: Pick<FlashSale, 'mode'>): string => (mode === 'lot' ? 'by lot' : 'in order');

/** `4 s`, `2 min` */
export function waitWords(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / SECOND_MS));
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

const requests = (count: number): string => `${countText(count)} ${count === 1 ? 'request' : 'requests'}`;

/** How the line stands, for a console that does not wait in it. */
export function lineWords({ mode, drawsAt, waiting, waitMs }: FlashSale, now: number): string {
  if (drawsAt !== null) {
    const many = waiting === 0 ? 'Nobody is' : `${requests(waiting)} ${waiting === 1 ? 'is' : 'are'}`;
    return `${many} in the lot, which is drawn in ${waitWords(drawsAt - now)}. A hold before then takes part.`;
  }
  const drawn = mode === 'lot' ? 'The lot is drawn. ' : '';
  if (waiting === 0) return `${drawn}Holds wait in line. Nobody waits now.`;
  return `${drawn}Holds wait in line: ${requests(waiting)} now, about ${waitWords(waitMs)}.`;
}

interface PlaceSeen extends Pick<FlashSale, 'drawsAt'> {
  readonly now: number;
  /** It is the hold of the sale on the screen. */
  readonly isOwn: boolean;
}

/** Where a hold of this desk stands. */
export function placeWords(
  { position, of, waitMs }: Pick<PlaceInLine, 'position' | 'of' | 'waitMs'>,
  { drawsAt, now, isOwn }: PlaceSeen,
): string {
  const hold = isOwn ? 'This hold' : 'A hold of this desk';
  if (position === null) {
    const others = of <= 1 ? 'nobody else yet' : of === 2 ? '1 other' : `${countText(of - 1)} others`;
    return `${hold} is in the lot with ${others}. It is drawn ${drawsAt === null ? 'now' : `in ${waitWords(drawsAt - now)}`}.`;
  }
  return `${hold} is number ${countText(position)} of ${countText(of)} in line, about ${waitWords(waitMs)}.`;
}

/** How many had their turn. */
export function turnWords({ served }: Pick<FlashSale, 'served'>): string {
  if (served === 0) return 'Nobody had a turn yet.';
  return `${requests(served)} had ${served === 1 ? 'its' : 'their'} turn.`;
}

/** What closing does. */
export function closeWords({ waiting }: Pick<FlashSale, 'waiting'>): string {
  if (waiting === 0) return 'Close it';
  return `Close it, and tell ${waiting === 1 ? 'the one who waits' : `the ${countText(waiting)} who wait`}`;
}
