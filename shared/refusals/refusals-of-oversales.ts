/** How Aisle says no about passengers without a seat, volunteers and denied boarding. A part of the list in ../refusals.ts, in its order. */
export const REFUSALS_OF_OVERSALES = {
  OVERSALE_NONE: { message: 'Everybody in cabin {cabin} of {flight} has a seat.', next: 'Nobody needs to give one up.' },
  WAY_REFUSED: { message: '{flight} is no way on: {problem}.', next: 'Choose another flight.' },
  VOLUNTEER_UNKNOWN: { message: 'Nobody was asked so.', next: 'Look at the list again.' },
  VOLUNTEER_ANSWERED: { message: 'This passenger has answered: {state}.', next: 'Ask the next one.' },
  VOLUNTEER_UNSEATED: { message: 'This passenger has no seat in cabin {cabin} of {flight}.', next: 'Ask somebody who has one.' },
  DENIAL_SEATS_FREE: {
    message: 'Cabin {cabin} of {flight} has {free} free seats, so nobody is left behind.',
    next: 'Give the passenger one of them.',
  },
  VOLUNTEERS_FIRST: {
    message: 'Nobody is left behind on {flight} yet: {problem}.',
    next: 'Ask passengers to give their seat up first, and write down what they say.',
  },
  DENIAL_SEATED: { message: 'This passenger is not without a seat in cabin {cabin} of {flight}.', next: 'Look at the list again.' },
  DENIAL_UNKNOWN: { message: 'Nobody was denied boarding so.', next: 'Look at the list again.' },
  DENIAL_NOT_OWED: { message: 'Nothing is owed that is known here.', next: 'Ask a supervisor what the passenger gets.' },
  DENIAL_PAID: { message: 'This was paid before, by {kind}: {amount} {currency}.', next: 'Pay nothing more.' },
  LETTER_UNKNOWN: { message: 'There is no such letter.', next: 'Look at the list again.' },
  VOLUNTEER_ASKED: { message: 'This passenger was asked before: {state}.', next: 'Ask the next one.' },
} as const;
