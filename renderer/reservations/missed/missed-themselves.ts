import type { BookingView } from '../../../shared/methods/booking-view.ts';

/** Whether other flights are sold to them, because they missed one by their own fault. */
export const missedThemselves = ({ legs }: Pick<BookingView, 'legs'>): boolean => legs.some(({ missed }) => missed === 'passenger');
