/** How Aisle says no to who waits in line. A part of the list in ../refusals.ts, in its order. */
export const REFUSALS_OF_LINES = {
  FLASH_OPEN: { message: 'A flash sale of {flight} is open already.', next: 'Close it first, or let it go on.' },
  FLASH_NOT_OPEN: { message: 'No flash sale of this flight is open.', next: 'Its seats are sold as always.' },
  FLASH_CLOSED: {
    message: 'The flash sale was closed before this request had its turn.',
    next: 'Nothing was held. Ask again: the flight is sold as always now.',
  },
  /** For a system alone; a console waits for its turn. */
  IN_LINE: {
    message: 'A flash sale is open: this request is {where}.',
    next: 'It keeps its place. Send it again, the same under the same Idempotency-Key, in {seconds} s.',
  },
  LINE_LEFT: { message: 'This request left the line.', next: 'Nothing was held. Ask again to stand at its end.' },
  LINE_LOST: { message: 'The hub stops, and the line with it.', next: 'Nothing was held. Ask again when it is back.' },
} as const;
