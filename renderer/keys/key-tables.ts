/** One line of the key table: keys that do the same thing, and what that is. `Shift A` is A with Shift; `G B` is B after G. */
export interface KeyRow {
  readonly keys: readonly string[];
  readonly does: string;
}

/** All keys of the console, by where they work. docs/keys.md holds the same lines, and a test compares the two. */
export const KEY_TABLES = {
  anywhere: [
    { keys: ['Ctrl K', '/'], does: 'command bar: JFK LAX tomorrow, AA185, a locator, a name, pricing JFK LAX' },
    { keys: ['\u2191', '\u2193'], does: 'in the command bar: earlier commands' },
    {
      keys: ['F1', 'F2', 'F3', 'F5', 'F7'],
      does: 'Board, Flight, Reservations, Pricing, Admin; on its own screen: its first field or list',
    },
    { keys: ['Alt 1\u20139'], does: 'open the hold with this number' },
    { keys: ['Alt 0'], does: 'the last five sales of this desk' },
    { keys: ['Ctrl Z'], does: 'take the last sale, cancellation or change of this desk back whole, within a minute' },
    { keys: ['Alt L'], does: 'lock the console' },
    { keys: ['Alt \u2190'], does: 'back to the screen before' },
    { keys: ['Esc'], does: 'close; leave a field for the list or the actions; in the command bar back to where you were' },
  ],
  letters: [
    { keys: ['G B', 'G F', 'G R', 'G P', 'G A'], does: 'go to Board, Flight, Reservations, Pricing, Admin' },
    { keys: ['G G'], does: 'back to the screen before' },
    { keys: ['G 0'], does: 'the last five sales of this desk' },
    { keys: ['G 1\u20139'], does: 'open the hold with this number' },
    { keys: ['U'], does: 'undo what was done last, while it is offered' },
    { keys: ['?'], does: 'this sheet' },
  ],
  board: [
    { keys: ['\u2191', '\u2193'], does: 'walk the list; PgUp, PgDn, Home and End go farther' },
    { keys: ['Enter'], does: 'in the search line search, in the list open the seats' },
    { keys: ['Space'], does: 'pin the row to compare it, or take its pin out' },
    { keys: ['1', '2', '3'], does: 'open the seats of a pinned itinerary' },
    { keys: ['Esc'], does: 'take all pins out' },
    { keys: ['S'], does: 'sort by the next column' },
    { keys: ['D'], does: 'direct flights alone, and back' },
  ],
  flight: [
    { keys: ['Arrows'], does: 'walk the seats; Home and End to the ends of the row, PgUp and PgDn to the next cabin' },
    { keys: ['Space'], does: 'pick a seat, or give it up' },
    { keys: ['B', 'Shift B'], does: 'the best seats for the party; by the window, the aisle or in front. Again, the next best' },
    { keys: ['A', 'Shift A'], does: 'add an adult, a child' },
    { keys: ['I', 'Shift I'], does: 'add an infant on a lap, in a seat' },
    { keys: ['Ctrl Enter'], does: 'hold again with a seat for an infant who turns 2 on the way; names stay; also while typing' },
    { keys: ['M'], does: 'to the code of a promotion; Enter takes it and goes back to the seats' },
    { keys: ['L'], does: 'seats as a list, and back' },
    { keys: ['Enter'], does: 'pick, then hold; then the next field, then take and confirm' },
    { keys: ['C', 'K', 'V'], does: 'cash, card or voucher; also in the amount, and there the arrows too' },
    { keys: ['W'], does: 'why this price, in words for the passenger' },
    { keys: ['+'], does: 'the next round sum; also in the amount' },
    { keys: ['F9', 'Shift F9'], does: 'keep the hold longer, release it, or give up the terminal while it asks; also while typing' },
    { keys: ['Esc'], does: 'clear the seats that were picked' },
    { keys: ['Y'], does: 'after the sale: the change is given back' },
    { keys: ['N', 'P'], does: 'after the sale: next customer, print the receipt; Enter does nothing' },
  ],
  reservations: [
    { keys: ['Enter'], does: 'find; again, to what was found; in the list, open the booking' },
    { keys: ['\u2191', '\u2193'], does: 'walk the bookings found' },
  ],
  booking: [
    { keys: ['\u2191', '\u2193'], does: 'walk the actions' },
    { keys: ['X'], does: 'cancel: asks for the refund first' },
    { keys: ['Shift X'], does: 'cancel a part: passengers or flights' },
    { keys: ['F'], does: 'another flight or date' },
    { keys: ['[', ']'], does: 'another flight: the day before, the day after' },
    { keys: ['J'], does: 'another cabin of the same flight' },
    { keys: ['S'], does: 'other seats: move, swap two' },
    { keys: ['T'], does: 'split the party: some get a booking of their own' },
    { keys: ['E'], does: 'names: a spelling, or another person by a supervisor' },
    {
      keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
      does: 'in a change: take the flight, cabin, passenger with this number',
    },
    { keys: ['Space'], does: 'in a change: choose; on a seat, pick it' },
    { keys: ['B'], does: 'in a change: the best seats together for the whole party' },
    { keys: ['L'], does: 'in a change: seats as a list, and back' },
    { keys: ['Enter'], does: 'in a change: hold the new seats and ask what it costs; in the amount, take the tender' },
    { keys: ['C', 'K', 'V'], does: 'an offer to be paid: cash, card or voucher; also in the amount' },
    { keys: ['+'], does: 'an offer to be paid: the next round sum; also in the amount' },
    { keys: ['Ctrl Enter'], does: 'cancel by the quote that is shown; take the offer of a change; split; also while typing' },
    { keys: ['O'], does: 'after a split: open the new booking' },
    { keys: ['P'], does: 'reprint the receipt' },
    { keys: ['W'], does: 'why this price, in words for the passenger' },
    { keys: ['Y'], does: 'a hold: go on to names and payment; after a change: it was read, and the money is given back' },
    { keys: ['F9', 'Shift F9'], does: 'a hold: keep it longer, release it; Shift F9 gives up the terminal while it asks' },
    { keys: ['R'], does: 'sell the same flights again' },
    { keys: ['Esc'], does: 'keep the booking, release the hold of a change, or back to the screen before' },
  ],
  flights: [
    { keys: ['\u2191', '\u2193'], does: 'walk the flights; in the 30 days of a route the arrows walk its days' },
    { keys: ['Enter', 'O'], does: 'open the policy of the flight; in the filter line, to the list' },
    { keys: ['S', 'Shift S'], does: 'sort by the next column, the other way round' },
    { keys: ['L'], does: 'the list, or the next 30 days of the route' },
    { keys: ['C'], does: 'open or close a booking class by hand, or give it back; U takes it back' },
    { keys: ['T', 'E'], does: 'take the overbooking advice, decide another number; U takes it back' },
  ],
  policy: [
    { keys: ['\u2191', '\u2193'], does: 'walk the rules; Home and End to the first and the last' },
    { keys: ['Enter', 'E'], does: 'edit the rule; again, it is done' },
    { keys: ['Esc'], does: 'while a rule is edited: back to what it was' },
    { keys: ['Alt \u2191', 'Alt \u2193'], does: 'move the rule' },
    { keys: ['A'], does: 'add a rule' },
    { keys: ['X'], does: 'switch the rule off, or on again' },
    { keys: ['Del'], does: 'take the rule out; U brings it back' },
    { keys: ['L'], does: 'curves as tables, and back' },
    { keys: ['T', 'Y'], does: 'when another publish came in between: theirs, yours' },
    { keys: ['Ctrl Enter'], does: 'publish the draft; also while typing' },
  ],
  history: [
    { keys: ['\u2191', '\u2193'], does: 'walk the versions and decisions; Home and End to the first and the last' },
    { keys: ['O'], does: 'open the flights that it prices' },
    { keys: ['R'], does: 'publish the chosen version again: goes to the reason' },
    { keys: ['Ctrl Enter'], does: 'publish the chosen version again; also while typing' },
  ],
  whatIf: [
    { keys: ['R'], does: 'try the draft, or try it again' },
    { keys: ['Esc'], does: 'stop; the figures so far stay' },
    { keys: ['S'], does: 'the next list: most percent, most money, not changed' },
    { keys: ['\u2191', '\u2193'], does: 'walk the flights; Home and End to the first and the last' },
    { keys: ['Enter'], does: 'open the seats of the flight; in a field, try the draft' },
  ],
  jobs: [
    { keys: ['\u2191', '\u2193'], does: 'walk the jobs' },
    { keys: ['N'], does: 'next dead letter' },
    { keys: ['R'], does: 'try the chosen job again' },
    { keys: ['O'], does: 'open its booking' },
  ],
  payments: [
    { keys: ['\u2191', '\u2193'], does: 'walk the payments that failed' },
    { keys: ['O'], does: 'open its booking; so does Enter' },
  ],
} as const satisfies Readonly<Record<string, readonly KeyRow[]>>;

export type KeyTable = keyof typeof KEY_TABLES;
export type KeyOf<Table extends KeyTable> = (typeof KEY_TABLES)[Table][number]['keys'][number];

/** How the key sheet and docs/keys.md call each table. */
export const TABLE_TITLES: Readonly<Record<KeyTable, string>> = {
  anywhere: 'Anywhere',
  letters: 'In a grid, a list or an action row',
  board: 'Board',
  flight: 'Flight',
  reservations: 'Reservations',
  booking: 'Booking',
  flights: 'Pricing, flights',
  policy: 'Pricing, policy',
  whatIf: 'Pricing, what-if',
  history: 'Pricing, history',
  jobs: 'Jobs',
  payments: 'Failed payments',
};
