/** What is left of a booking class. */
export interface ClassLeft {
  readonly code: string;
  /** Seats that the class can still sell. Classes share seats, so these do not add up. */
  readonly left: number;
  /** Closed by hand. */
  readonly closed: boolean;
}

/** The most that is shown. A larger figure would tell nobody more. */
const SHOWN_MAX = 9;

/** One class as agents read it: `Y9`, `M0`, and `QC` where it is closed by hand. */
export const classLeftText = ({ code, left, closed }: ClassLeft): string => `${code}${closed ? 'C' : Math.min(SHOWN_MAX, left)}`;

/** All classes of a cabin, from dear to cheap: `Y9 B4 M0`. */
export const availabilityText = (classes: readonly ClassLeft[]): string => classes.map(classLeftText).join(' ');
