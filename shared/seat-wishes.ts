/** What an agent may wish for when best seats are asked for. together: side by side. front: nearest the nose, together or not. */
export const SEAT_WISHES = ['together', 'window', 'aisle', 'front'] as const;
export type SeatWish = (typeof SEAT_WISHES)[number];
