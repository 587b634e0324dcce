import type { BookingView } from '../../../shared/methods/booking-view.ts';

/** Who must sit in some seats. Whoever needs assistance may sit in no exit row, so seats that were held without it are not theirs. */
export const whoText = (party: BookingView['party']): string =>
  party.map(({ type, infant, assistance, seatFrom }) => JSON.stringify([type, infant, assistance, seatFrom?.segment ?? 1])).join();
