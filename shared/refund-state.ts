import type { BookingView } from './methods/booking-view.ts';

/** PART: some of what was paid went back, and some is kept or still pays for seats. WHOLE: all of it went back. */
export type RefundState = 'PART' | 'WHOLE';

/** How much of a sale went back; undefined where nothing did. */
export function refundState({ state, refunded, fees }: Pick<BookingView, 'state' | 'refunded' | 'fees'>): RefundState | undefined {
  if (refunded <= 0) return undefined;
  return state === 'CANCELLED' && fees === 0 ? 'WHOLE' : 'PART';
}
