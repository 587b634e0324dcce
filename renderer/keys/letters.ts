/**
 * Every letter, digit and sign that does something while a grid, a list or an action row has the focus, and the one kind of thing that it does
 * on every screen. docs/keys.md says the same. A screen may only use what stands here, and only for this kind of thing.
 */
export const LETTERS = {
  A: 'add: an adult, a rule; with Shift a child',
  B: 'best: the best seats for the party; with Shift by another wish',
  C: 'cash as the tender; a booking class by hand',
  D: 'direct flights alone, and back',
  E: 'edit',
  G: 'go: the next letter names the screen, the next digit a hold',
  H: 'history, whole',
  I: 'infant: on a lap; with Shift in a seat',
  K: 'card as the tender',
  L: 'list instead of the picture, and back',
  M: 'promotion: the field for its code',
  N: 'next: customer, dead letter',
  O: 'open what the row is about',
  P: 'print',
  R: 'repeat: try again, sell again',
  S: 'sort by the next column',
  T: 'take theirs, take an advice',
  U: 'undo what was done last',
  V: 'voucher as the tender',
  W: 'why: the price in words',
  X: 'end a booking: the refund is quoted first; switch a rule off and on',
  Y: 'yes: go on, change is given, yours',
  '1-9': 'take the one with this number',
  '+': 'the next round sum',
  '/': 'command bar',
  '?': 'the sheet of keys',
} as const;
