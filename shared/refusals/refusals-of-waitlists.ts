/** How Aisle says no about parties that wait for seats. A part of the list in ../refusals.ts, in its order. */
export const REFUSALS_OF_WAITLISTS = {
  WAITLIST_UNKNOWN: { message: 'There is no such party on a waitlist.', next: 'Look at the list again.' },
  WAITLIST_TOO_LARGE: {
    message: 'A party of {count} never fits cabin {cabin} of {flight}, which has {seats} seats.',
    next: 'Split the party, or choose another flight.',
  },
  WAITLIST_CLOSED: { message: 'Offers for {flight} ended at {until}.', next: 'Choose a later flight, or sell a seat that is free.' },
  WAITLIST_OVER: { message: 'This party waits no more: {state}.', next: 'Add it again if it still wants to travel.' },
  WAITLIST_OFFERED: { message: 'Seats are held for this party until {until}.', next: 'Say first whether it takes them.' },
  WAITLIST_NO_OFFER: { message: 'No seats are offered to this party.', next: 'Wait until seats come free.' },
  WAITLIST_UNREACHABLE: { message: 'No message reaches this party.', next: 'Call it, and write down what came of it.' },
} as const;
