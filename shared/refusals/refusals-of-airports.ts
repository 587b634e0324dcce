/** How Aisle says no about airports that a supervisor adds or corrects. A part of the list in ../refusals.ts, in its order. */
export const REFUSALS_OF_AIRPORTS = {
  AIRPORT_ZONE: { message: 'No time zone is called {zone}.', next: 'Choose one of the list, such as Europe/Paris.' },
  AIRPORT_COUNTRY: { message: 'No country with airports has the code {country}.', next: 'Give its two letters, such as FR.' },
  AIRPORT_CHANGED: { message: '{user} changed {code} in the meantime.', next: 'Look at it and decide again.' },
  AIRPORT_SAME: { message: 'Nothing changes at {code} from {date} on.', next: 'Correct something, or choose another day.' },
  AIRPORT_SCHEDULED: {
    message: '{flights} flights to come use {code} from {date} on, so it cannot be closed then.',
    next: 'Import a schedule without them first, or choose a later day.',
  },
  AIRPORTS_FULL: { message: 'Airports were changed {most} times already.', next: 'Ask for a newer Aisle, which ships with a newer list.' },
} as const;
