/** How Aisle says no about desks and their keys. A part of the list in ../refusals.ts, in its order. */
export const REFUSALS_OF_DESKS = {
  PAIRING_NEEDS_CODE: {
    message: 'Only a training hub pairs a desk without a code, and only on its own computer.',
    next: 'Ask a supervisor for a pairing code, and type it here.',
  },
  PAIRING_NONE: { message: 'No pairing code is shown now.', next: 'Ask a supervisor to pair a desk: Admin, Desks.' },
  PAIRING_ENDED: {
    message: 'This pairing code has ended. It is good for two minutes and five tries.',
    next: 'Ask a supervisor for another one.',
  },
  PAIRING_CODE_WRONG: { message: 'This is not the code that is shown.', next: 'Type the six digits again. {left} tries are left.' },
  PAIRING_OTHER_KIND: {
    message: 'This code is for a {kind}.',
    next: 'Ask a supervisor for a code of the other kind.',
  },
  KEY_USED: { message: 'This key was paired before.', next: 'Make another key and pair that.' },
  KEY_REVOKED: { message: 'This desk was revoked.', next: 'Ask a supervisor for a pairing code, and type it here.' },
  KEY_UNKNOWN: {
    message: 'The hub does not know the key of this console.',
    next: 'Ask a supervisor for a pairing code, and type it here.',
  },
  DESK_UNKNOWN: { message: 'There is no such desk, or it was revoked.', next: 'Look at the list of desks again.' },
  DESK_TAKEN: { message: 'A desk is called {desk} already.', next: 'Choose another name, or revoke that desk first.' },
  DESK_RESERVED: { message: 'The name {desk} is kept for simulated desks.', next: 'Choose another name.' },
  DESK_IN_USE: {
    message: '{desk} has {what}, which would not go with it to another name.',
    next: 'Close the shift there, and let its holds end, first.',
  },
  DESK_NO_SYSTEM: { message: '{desk} is a counter: who signs in there has a role.', next: 'Change what the user may in Admin, Users.' },
  DESKS_FULL: { message: 'The hub has as many desks as it can have.', next: 'Revoke those that are not used any more.' },
} as const;
