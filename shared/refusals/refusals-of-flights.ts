/** How Aisle says no about parties, places, dates, flights and their cabins. A part of the list in ../refusals.ts, in its order. */
export const REFUSALS_OF_FLIGHTS = {
  GROUP: { message: '{count} passengers are a group; a booking takes 1 to 9.', next: 'Ask the group desk, or split the party.' },
  INFANT_ALONE: { message: 'An infant never travels without an adult.', next: 'Add an adult to the party.' },
  FILTER_WRONG: { message: '{part} {says}.', next: 'Correct it, or clear the line to see all flights.' },
  PLACE_UNKNOWN: { message: 'No airport or city is called {code}.', next: 'Check the three letters, or search by name.' },
  SAME_PLACE: { message: 'From and to are the same place.', next: 'Choose another destination.' },
  DATE_PAST: { message: '{date} is over at {place}.', next: 'Choose today or a later day.' },
  BOARD_TOO_LONG: { message: 'More than {most} flights leave on {date}.', next: 'Choose an airport, or search to a destination.' },
  LIST_TOO_LONG: { message: 'More than {most} flights would have to be read for this list.', next: '{advice}.' },
  DATE_TOO_FAR: { message: '{date} is more than {days} days ahead.', next: 'Choose a nearer day.' },
  FLIGHT_UNKNOWN: { message: 'This flight is not in the schedule.', next: 'Search again.' },
  FLIGHT_CANCELLED: { message: '{flight} does not operate any more.', next: 'Choose another flight.' },
  FLIGHT_DEPARTED: { message: '{flight} has departed.', next: 'Choose a later flight.' },
  FLIGHT_CHANGING: { message: '{flight} is getting another aircraft.', next: 'Try again in some seconds.' },
  SALES_CLOSED: {
    message: 'Sales of {flight} closed {minutes} minutes before departure, at {until}.',
    next: 'Choose a later flight, or ask a supervisor to sell it with a reason.',
  },
  CABIN_UNKNOWN: { message: '{flight} has no cabin {cabin}.', next: 'Choose one of {cabins}.' },
  AUTHORISED_CHANGED: {
    message: 'Cabin {cabin} of {flight} is authorised for {authorised} seats by now, no longer for {seen}.',
    next: 'Look at the new number and decide again.',
  },
  AUTHORISED_PERCENT: {
    message: '{percent} % of cabin {cabin} of {flight} are {seats} seats by now, not {authorised}.',
    next: 'Look at the new number and decide again.',
  },
  AUTHORISED_RANGE: {
    message: 'Cabin {cabin} of {flight} has {capacity} seats and {taken} are taken: it may be authorised for {least} to {most}.',
    next: 'Choose a number in between.',
  },
  CONNECTION_INVALID: { message: '{flight} cannot follow {before}: {problem}.', next: 'Choose a later connection.' },
  CURRENCIES_DIFFER: {
    message: '{flight} is priced in {currency}, {before} in {other}.',
    next: 'Sell them as two bookings, or choose flights of one currency.',
  },
} as const;
