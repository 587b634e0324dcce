/** How Aisle says no about a hold and its time. A part of the list in ../refusals.ts, in its order. */
export const REFUSALS_OF_HOLDS = {
  BOOKING_UNKNOWN: { message: 'There is no booking {locator}.', next: 'Check the locator.' },
  HOLD_OF_OTHER_DESK: { message: 'Hold {locator} belongs to desk {desk}.', next: 'Ask that desk, or wait until {until}.' },
  HOLD_EXPIRED: { message: 'Hold {locator} ended at {until}; its seats went back to sale.', next: 'Hold the seats again.' },
  HOLD_ENDED: { message: '{locator} is no longer a hold: {state}.', next: 'Open the booking to see what happened.' },
  HOLD_NOT_LAPSED: { message: '{locator} is {state}; only a hold that ended unpaid is revived.', next: 'Open the booking.' },
  PAYMENT_UNDER_WAY: { message: 'A payment for {locator} is under way.', next: 'Wait for the terminal.' },
  HOLD_EXTENDED: { message: 'Hold {locator} was extended before.', next: 'Confirm it before {until}.' },
  HOLD_CEILING: { message: 'Hold {locator} cannot be kept longer.', next: 'Confirm it before {until}.' },
} as const;
