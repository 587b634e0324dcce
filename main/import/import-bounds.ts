/** Limits of a schedule file. Real season files stay far below them. A hostile file is refused. */
export const LINE_BYTES_MAX = 4_096;
/** Two years: longer than any season or the sale horizon. */
export const PERIOD_DAYS_MAX = 731;
/** Flights of one file, those that it holds twice included: they take time, if no memory. */
export const FILE_FLIGHTS_MAX = 5_000_000;
/** Flight numbers of refused records that are kept. With more than these, no flight is dropped at all. */
export const REFUSED_NUMBERS_MAX = 10_000;
/** Flights that reach beyond the validity of their carrier, of which the days are kept. Further flights are not spoken for there. */
export const SPOKEN_FLIGHTS_MAX = 5_000;
/** Separate periods of one carrier or flight for which a file may speak. */
export const SPOKEN_PERIODS_MAX = 50;
/** Departures of one number from one airport on one day. The next are taken for repetitions. */
export const DEPARTURES_MAX = 4;
/** Legs that are remembered to tell such departures apart, in all and of one number and airport. */
export const PATTERNS_KEPT_MAX = 200_000;
export const PATTERNS_OF_FLIGHT_MAX = 500;
/** Sentences about the file as a whole that a preview shows. */
export const ATTENTION_MAX = 20;
/** Remarks that are known to have been made. With more than these, a remark may be counted again. */
export const REMARKS_MAX = 10_000;
/** Flights that go from the reading thread to the store in one message. Larger batches take much more memory for little time (docs/performance.md). */
export const STAGE_BATCH = 2_000;
/** The reader reports its progress after so many lines, even when they bring no flights. */
export const TELL_LINES = 50_000;
/** Longest time in the air and on the ground between doors. */
export const FLIGHT_MINUTES_MAX = 24 * 60;
