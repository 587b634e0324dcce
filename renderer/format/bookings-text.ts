import { countText } from './count-text.ts';

/** `1 booking`, `1,204 bookings` */
export const bookingsText = (count: number): string => `${countText(count)} ${count === 1 ? 'booking' : 'bookings'}`;
