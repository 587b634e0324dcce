/** How Aisle says no about cancelling, changing and undoing. A part of the list in ../refusals.ts, in its order. */
export const REFUSALS_OF_CHANGES = {
  BOOKING_UNSOLD: { message: '{locator} was not sold, so it has no receipt.', next: 'Sell it first.' },
  BOOKING_NOT_CONFIRMED: { message: '{locator} is {state}, so there is nothing to cancel.', next: 'Open the booking.' },
  BOOKING_FLOWN: { message: '{locator} {flown}.', next: 'Ask a supervisor.' },
  CHANGE_REFUSED: { message: '{locator} is not changed so: {problem}.', next: '{advice}.' },
  UNDO_REFUSED: {
    message: 'The last step of {locator} is not undone: {problem}.',
    next: 'Cancel or change the booking instead.',
  },
  OFFER_UNKNOWN: { message: 'There is no such quote for {locator}.', next: 'Ask for a quote.' },
  OFFER_OTHER: { message: 'This quote of {locator} is not for that.', next: 'Ask for a quote.' },
  OFFER_REPLACED: { message: 'A newer quote replaced this one.', next: 'Confirm quote {newest}.' },
  OFFER_OUTDATED: {
    message: '{locator} has changed since you looked at it.',
    next: 'Look at the booking, then ask again.',
  },
  OFFER_EXPIRED: { message: 'The quote was valid until {until}.', next: 'Ask for a new quote.' },
  CHANGE_UNPAID: {
    message: 'The change is not paid: {reason}. {charged}.',
    next: 'The booking stays as it was. Try again, or take another tender.',
  },
} as const;
