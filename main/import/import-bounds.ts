/** What a schedule file may ask of this hub. Real season files stay far below; a file made to do harm ends in a problem. */
export const LINE_BYTES_MAX = 4_096;
/** Two years: longer than any season or the sale horizon. */
export const PERIOD_DAYS_MAX = 731;
/** Also those that stand in the file twice: they take their time, if no room. */
export const FILE_FLIGHTS_MAX = 5_000_000;
/** Flight numbers of refused records that are kept apart; beyond, nothing at all is dropped. */
export const REFUSED_NUMBERS_MAX = 10_000;
/** Remarks that are told once; beyond, they may be counted again. */
export const REMARKS_MAX = 10_000;
/** Flights that travel together from the reading thread to the store. 5,000 took 125 MB more for 7 % less time. */
export const STAGE_BATCH = 2_000;
/** Where no flights come, the reader still says so often how far it is. */
export const TELL_LINES = 50_000;
/** Longest time in the air and on the ground between doors. */
export const FLIGHT_MINUTES_MAX = 24 * 60;
