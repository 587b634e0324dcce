import { SECOND_MS } from '../../../shared/instants.ts';
import type { FlashSale } from '../../../shared/methods/flash-sales.ts';
import { countText } from '../../format/count-text.ts';

export const modeWords = ({ mode }: Pick<FlashSale, 'mode'>): string => (mode === 'lot' ? 'by lot' : 'in order');

/** `4 s`, `2 min` */
export function waitWords(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / SECOND_MS));
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

const requests = (count: number): string => `${countText(count)} ${count === 1 ? 'request' : 'requests'}`;

/** How the line stands, for a console that does not wait in it. */
export function lineWords({ drawsAt, waiting, waitMs }: FlashSale, now: number): string {
  if (drawsAt !== null) {
    const many = waiting === 0 ? 'Nobody is' : `${requests(waiting)} ${waiting === 1 ? 'is' : 'are'}`;
    return `${many} in the lot, which is drawn in ${waitWords(drawsAt - now)}. A hold before then takes part.`;
  }
  if (waiting === 0) return 'Holds wait in line. Nobody waits now.';
  return `Holds wait in line: ${requests(waiting)} now, about ${waitWords(waitMs)}.`;
}

/** Where the hold of this desk stands. */
export function placeWords({
  position,
  of,
  waitMs,
}: {
  readonly position: number | null;
  readonly of: number;
  readonly waitMs: number;
}): string {
  if (position === null) return `This hold is in the lot with ${countText(of - 1)} others. It is drawn in ${waitWords(waitMs)}.`;
  return `This hold is number ${countText(position)} of ${countText(of)} in line, about ${waitWords(waitMs)}.`;
}
