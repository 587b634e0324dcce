/** Why a call is refused, whatever it asks: the first part of the list in ../refusals.ts. */
export const REFUSALS_OF_CALLS = {
  // The call itself
  HUB_UNREACHABLE: {
    message: 'The hub did not answer, so nobody can say whether this was done.',
    next: 'Wait for the connection and look before you try again.',
  },
  METHOD_UNKNOWN: { message: 'There is no method {method}.', next: 'Check the method name.' },
  MESSAGE_TOO_LARGE: { message: 'The message is larger than {bytes} bytes.', next: 'Send less at once.' },
  TOO_MANY_CALLS: { message: 'Calls come too often from here.', next: 'Wait {seconds} s and try again.' },
  DESK_NOT_PAIRED: {
    message: 'This console is no desk of the hub.',
    next: 'Ask a supervisor for a pairing code, and type it here.',
  },
  NOT_SIGNED_IN: { message: 'Nobody is signed in at this console.', next: 'Sign in with your name and PIN.' },
  SESSION_LOCKED: { message: 'This console is locked.', next: 'Enter the PIN, or let somebody else sign in.' },
  ROLE_REQUIRED: { message: 'Only a {role} may do this.', next: 'Ask a {role} to sign in.' },
  INPUT_INVALID: { message: '{field}: {problem}.', next: 'Correct it and send again.' },

  // The hub
  HUB_CLOSING: { message: 'Aisle is shutting down and takes no new work.', next: 'Start Aisle again.' },
  HUB_BUSY: { message: 'Too many requests are waiting at the hub.', next: 'Try again in a moment.' },
  /** Nothing was done. The console shows it and sends the same request again by itself. */
  BUSY: { message: '{why}.', next: 'Nothing was done. Try again in {seconds} s.' },
  REQUEST_REUSED: { message: 'This request number was used for something else.', next: 'Send it again under a new number.' },
  CLOCK_DOUBTFUL: {
    message: 'Nobody has confirmed date and time yet, so nothing is sold or changed.',
    next: 'Compare the date and time on the screen with a clock that you trust, and confirm them.',
  },
  CLOCK_AGREES: {
    message: 'The time needs neither to be confirmed nor to be set.',
    next: 'Go on with your work.',
  },
  CLOCK_MOVED: {
    message: "The computer's clock has moved since its time was shown.",
    next: 'Look at the time that is shown now, and decide again.',
  },

  BOOKING_NUMBERS_GONE: {
    message: 'This store has given out its last booking number, so it holds no more seats.',
    next: 'Sell from a new store: start Aisle with another data folder. What was sold stays readable in this one.',
  },
} as const;
