const two = (count: number): string => String(count).padStart(2, '0');

/** 545 -> `09:05`: what clocks show at so many minutes of a day. */
export const clockOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
