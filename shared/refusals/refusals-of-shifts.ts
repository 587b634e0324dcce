/** How Aisle says no about shifts and reports. A part of the list in ../refusals.ts, in its order. */
export const REFUSALS_OF_SHIFTS = {
  SHIFT_OPEN: { message: 'A shift of {user} is open at desk {desk}.', next: 'Close it first.' },
  SHIFT_UNKNOWN: { message: 'There is no such shift.', next: 'Look at the list of shifts again.' },
  SHIFT_CLOSED: { message: 'This shift was closed with Z {z}.', next: 'Open the next one.' },
  SHIFT_OF_OTHER: {
    message: 'The shift at desk {desk} is that of {user}.',
    next: 'Ask {user} or a supervisor. Who works at the desk may count and close it once it was open for {hours} hours.',
  },
  SHIFT_COUNT_MISSING: { message: 'Nothing was counted of {currencies}.', next: 'Count it, and give in 0 where nothing is there.' },
  SHIFT_NOT_COUNTED: { message: 'The cash was not counted like this.', next: 'Count it and give the count in.' },
  SHIFT_COUNT_OUTDATED: { message: 'Cash has moved since the count.', next: 'Count again.' },
  SHIFT_REASON_MISSING: { message: 'The count differs by {differences}.', next: 'Say why: above {most} a reason is asked for.' },
  REPORT_TOO_LONG: { message: 'More than {most} payments and refunds would have to be read.', next: 'Choose a shorter time, or one desk.' },
} as const;
