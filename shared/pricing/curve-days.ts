/** Days before departure at which the small booking curve of a list has its points, the farthest first. */
export const LIST_CURVE_DAYS: readonly number[] = [60, 50, 45, 40, 35, 30, 25, 21, 18, 15, 12, 10, 8, 6, 5, 4, 3, 2, 1, 0];

/** The same for the large curve of one flight: every day of three months. */
export const FLIGHT_CURVE_DAYS: readonly number[] = Array.from({ length: 91 }, (_, place) => 90 - place);

/** Days before departure at which the error of a forecast is stated. */
export const ERROR_DAYS: readonly number[] = [60, 30, 14, 7];
