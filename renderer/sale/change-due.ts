import type { BookingView } from '../../shared/methods/booking-view.ts';
import { type Minor, minor } from '../../shared/money.ts';

/** Cash that goes back to the customer of a sale: what was given beyond what was taken. */
export const changeDue = ({ tenders }: { tenders: readonly Pick<BookingView['tenders'][number], 'given' | 'amount'>[] }): Minor =>
  minor(tenders.reduce((change, { given, amount }) => change + (given === null ? 0 : given - amount), 0));
