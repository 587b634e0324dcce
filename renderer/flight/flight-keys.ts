/** The keys of the flight screen, for the key sheet. */
export const FLIGHT_KEYS = [
  { keys: ['Arrows'], does: 'walk the seats; Home and End to the ends of the row, PgUp and PgDn to the next cabin' },
  { keys: ['Space'], does: 'pick a seat, or give it up' },
  { keys: ['B'], does: 'the best seats for the party; again, the next best' },
  { keys: ['A', 'C', 'I'], does: 'add an adult, a child, an infant in a seat' },
  { keys: ['L'], does: 'seats as a list, and back' },
  { keys: ['Enter'], does: 'pick, then hold; then the next field, then take and confirm' },
  { keys: ['\u2191', '\u2193'], does: 'in the amount: cash, card or voucher' },
  { keys: ['E', 'Del'], does: 'keep the hold longer, release it; not while typing' },
  { keys: ['Esc'], does: 'clear the seats that were picked' },
  { keys: ['N', 'P'], does: 'after the sale: next customer, print the receipt' },
] as const;
