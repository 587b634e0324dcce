import type { BookingView } from '../../../shared/methods/booking-view.ts';

/** Places in the party of adults who may take an infant on the lap. */
export const freeLaps = ({ party }: Pick<BookingView, 'party'>): number[] =>
  party.flatMap(({ type, infant }, place) => (type === 'ADT' && !infant ? [place] : []));
