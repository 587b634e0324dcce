/** How Aisle says no about names, ages and contact of a booking. A part of the list in ../refusals.ts, in its order. */
export const REFUSALS_OF_PASSENGERS = {
  PASSENGERS_MISMATCH: { message: 'The names do not fit the hold: {problem}.', next: 'Give one name for each passenger held.' },
  NAME_INVALID: { message: '{who}: {problem}.', next: '{advice}.' },
  AGE_MISMATCH: { message: '{name} is {age} on {date}, which is not {type}.', next: 'Correct the birth date or the passenger type.' },
  INFANT_TURNS_TWO: {
    message: '{name} is 2 on {flight}, {date}, and needs a seat there.',
    next: 'Hold again with a seat for the infant from this flight on.',
  },
  INFANT_SEAT_EARLY: { message: '{name} is not yet 2 on {flight}, {date}, where the seat begins.', next: '{advice}.' },
  CHILD_ALONE: {
    message: '{name} is {age} on {date} and travels alone. Nobody under {years} does.',
    next: 'Release the hold and hold again with an adult.',
  },
  MINOR_ALONE: {
    message: '{name}, {age} years old, travels alone as an unaccompanied minor (UMNR).',
    next: 'Let a supervisor say yes with name and PIN.',
  },
  EXIT_ROW_TOO_YOUNG: {
    message: '{name} is under 15 and seat {seat} on {flight} is in an exit row.',
    next: 'Release the hold and choose another seat.',
  },
  CONTACT_MISSING: { message: 'A booking needs a phone number or an e-mail address.', next: 'Ask for one.' },
  CONTACT_INVALID: {
    message: 'The {field} cannot be one.',
    next: 'Ask for it again. It is written like +1 212 555 0148, or name@example.com.',
  },
  REQUESTED_BY_MISSING: { message: 'A booking needs the name of whoever requests it.', next: 'Ask for the name.' },
} as const;
