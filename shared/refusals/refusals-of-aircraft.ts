/** How Aisle says no about the aircraft of the airline, and those of flights. A part of the list in ../refusals.ts, in its order. */
export const REFUSALS_OF_AIRCRAFT = {
  AIRCRAFT_UNKNOWN: { message: 'No aircraft is registered as {tail}.', next: 'Add it in Admin, Aircraft, or correct the registration.' },
  AIRCRAFT_RETIRED: { message: '{tail} is retired.', next: 'Choose another aircraft.' },
  AIRCRAFT_OTHER: {
    message: '{flight} sells the seats of {flies}, and {tail} is {has}.',
    next: 'Choose an aircraft with the same seats, or change the seats of the flight first.',
  },
  AIRCRAFT_BUSY: {
    message: '{tail} flies {other} too close to {flight}: between them it needs {minutes} minutes.',
    next: 'Choose another aircraft, or give {other} another one first.',
  },
  GATE_BUSY: {
    message: '{other} leaves from gate {gate} within {minutes} minutes of {flight}.',
    next: 'Choose another gate, or give {other} another one first.',
  },
  AIRCRAFT_ASSIGNED: {
    message: '{tail} has {flights} flights to come.',
    next: 'Give these flights another aircraft first.',
  },
} as const;
