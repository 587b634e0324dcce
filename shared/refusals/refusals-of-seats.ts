/** How Aisle says no about seats and their blocks. A part of the list in ../refusals.ts, in its order. */
export const REFUSALS_OF_SEATS = {
  PARTY_MISMATCH: { message: 'On {flight} a seat is needed for each of {count} passengers.', next: 'Choose {count} seats.' },
  SEAT_UNKNOWN: { message: '{flight} has no seat {seat}.', next: 'Choose a seat from the map.' },
  SEAT_TWICE: { message: 'Seat {seat} was chosen twice.', next: 'Choose a seat for each passenger.' },
  SEAT_OTHER_CABIN: { message: 'Seat {seat} is not in cabin {cabin}.', next: 'Choose a seat in the cabin that is sold.' },
  BLOCK_ROLE: { message: 'A block by {code} takes seats from sale, which a supervisor decides.', next: 'Ask a supervisor to block them.' },
  BLOCK_SEATS: { message: 'No seats of {flight} are named by “{what}”: {problem}.', next: 'Correct it and send again.' },
  BLOCK_UNTIL: { message: 'A block of {flight} ends after now and before departure.', next: 'Correct the time, or give none.' },
  BLOCK_THERE: { message: 'Blocked by {code} on {flight} already: {seats}.', next: 'Name other seats, or another reason.' },
  BLOCK_TAKEN: {
    message: 'Nothing on {flight} was blocked, because some of these seats are taken: {taken}.',
    next: 'Move these passengers first, or block the other seats.',
  },
  BLOCK_LEFT: {
    message: 'Cabin {cabin} of {flight} would have {short} seats too few for {waiting} passengers who choose theirs later.',
    next: 'Give them seats first, or block fewer.',
  },
  BLOCK_NONE: { message: 'None of {seats} on {flight} is blocked{by}.', next: 'Look at the list of blocked seats.' },
  BLOCK_OVERRIDE: {
    message: '{seat} on {flight} was blocked by {user}: {reason}.',
    next: 'Ask a supervisor to free it with a reason.',
  },
  SEAT_BLOCKED: { message: 'Seat {seat} on {flight} is blocked: {reason}.', next: 'Next best: {nextBest}.' },
  EXIT_ROW_REFUSED: { message: 'Seat {seat} is in an exit row: {problem}.', next: 'Next best: {nextBest}.' },
  EXIT_ROW_UNCONFIRMED: { message: 'Seat {seat} is in an exit row.', next: 'Ask the passenger and tick the spoken confirmation.' },
  SEAT_SOLD: { message: 'Seat {seat} on {flight} is sold.', next: 'Next best: {nextBest}.' },
  SEAT_HELD: { message: 'Seat {seat} on {flight} is held by desk {desk} until {until}.', next: 'Next best: {nextBest}.' },
  SEATS_TO_PICK: {
    message:
      'Cabin {cabin} of {flight} has {free} seats left, and too few of them are given unasked: the others are in exit rows, or cost extra.',
    next: 'Pick the seats on the map, or choose another cabin or flight.',
  },
  NO_SEAT_LEFT: {
    message: 'Cabin {cabin} of {flight} has {free} seats left, and {over} more may be sold without a seat.',
    next: 'Hold the whole party without a seat, or choose another cabin or flight.',
  },
  CABIN_FULL: { message: 'Cabin {cabin} of {flight} may sell {free} more.', next: 'Choose another cabin or flight.' },
  TOO_HEAVY: {
    message: '{flight} may carry {limit} kg, and {taken} kg are taken: {more} kg more are {over} kg too much.',
    next: 'Choose another flight, or ask a supervisor about its weight limit.',
  },
} as const;
