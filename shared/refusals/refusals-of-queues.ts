/** How Aisle says no about items of queues. A part of the list in ../refusals.ts, in its order. */
export const REFUSALS_OF_QUEUES = {
  QUEUE_EMPTY: { message: 'Nothing else waits in this queue.', next: 'Choose another queue.' },
  QUEUE_ITEM_GONE: { message: 'This item waits no more.', next: 'Go on with the next one.' },
  QUEUE_ITEM_OPEN: { message: '{user} works this item at desk {desk}.', next: 'Take the next one, or have a supervisor let it go.' },
  QUEUE_ITEM_CLOSED: { message: 'This item is not open at this desk.', next: 'Open it first.' },
  QUEUE_STILL_DUE: { message: 'This is not done: {problem}.', next: '{advice}.' },
  QUEUE_TIME: { message: 'It cannot be put off until then: {problem}.', next: 'Type another time.' },
  QUEUE_DESK: { message: 'It cannot be left to that desk: {problem}.', next: 'Type the name of another desk.' },
} as const;
