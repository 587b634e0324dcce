/** How Aisle says no about who signs in and who may: names, PINs, desks. A part of the list in ../refusals.ts, in its order. */
export const REFUSALS_OF_PEOPLE = {
  SIGN_IN_REFUSED: { message: 'Name or PIN is wrong.', next: '{left} tries are left before the name is locked.' },
  USER_LOCKED: {
    message: 'This name is locked at this desk after too many wrong PINs.',
    next: 'Wait until {until}, or ask a supervisor to unlock it.',
  },
  USER_INACTIVE: { message: 'This user may no longer sign in.', next: 'Ask a supervisor.' },
  USER_UNKNOWN: { message: 'There is no user {user}.', next: 'Check the name.' },
  USER_EXISTS: { message: 'A user named {user} exists already.', next: 'Choose another name.' },
  SUPERVISOR_EXISTS: { message: 'This store has its first supervisor already.', next: 'Sign in instead.' },
  SUPERVISOR_ELSEWHERE: {
    message: 'The first supervisor is made at the computer on which Aisle runs.',
    next: 'Open Aisle there, at http://127.0.0.1 and its port, or start it there with a window.',
  },
  PIN_WEAK: { message: 'This PIN is too easy to guess.', next: 'Use 4 to 12 digits that are neither all alike nor in sequence.' },
  LAST_SUPERVISOR: { message: 'This is the last supervisor who can sign in.', next: 'Make another supervisor first.' },
} as const;
