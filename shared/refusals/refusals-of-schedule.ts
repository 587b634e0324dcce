/** How Aisle says no to a change of the schedule by hand. A part of the list in ../refusals.ts, in its order. */
export const REFUSALS_OF_SCHEDULE = {
  HAND_CITY: { message: '{code} is a city, and a flight leaves from an airport.', next: 'Give one of {airports}.' },
  EQUIPMENT_UNKNOWN: {
    message: 'No aircraft that carries passengers is called {equipment}.',
    next: 'Give its IATA code of three characters, such as 73H.',
  },
  CONFIGURATION_TOO_LARGE: {
    message: 'The configuration {configuration} has more seats than a seat map can hold.',
    next: 'Give the seats of each cabin, such as J16Y144.',
  },
  HAND_DAYS: { message: 'It cannot be scheduled on these days: {problem}.', next: 'Choose other days.' },
  HAND_FARE: { message: 'This fare cannot be taken: {problem}.', next: 'Give an amount and its currency.' },
  HAND_EXISTS: {
    message: '{flight} from {origin} of {date} is in the schedule already{how}.',
    next: 'Open that flight and change it or let it fly again. A second one of that day needs an operational suffix, such as {another}.',
  },
  HAND_TIMES: { message: '{flight} cannot be flown at these times: {problem}.', next: 'Choose other times.' },
  HAND_LEGS: { message: '{flight} flies on from leg to leg, and {problem}.', next: 'Change the other leg first, or choose other times.' },
  HAND_SAME: { message: '{flight} is scheduled like this already.', next: 'Change something, or leave it as it is.' },
  HAND_MARKETED: {
    message: '{flight} from {origin} of {date} is sold on {operatedBy}, and one aircraft is not sold twice.',
    next: 'Sell it on {operatedBy}, or choose another number.',
  },
  HAND_SOLD_AS: {
    message: '{flight} cannot be sold as {number} too: {problem}.',
    next: 'Leave that number out, or change its flight first.',
  },
} as const;
