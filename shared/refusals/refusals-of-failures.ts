/** How Aisle says no to a request that might have been done. The last part of the list in ../refusals.ts. */
export const REFUSALS_OF_FAILURES = {
  STORE_FULL: { message: 'The disk is full, so nothing was written.', next: 'Free some disk space; nothing is lost.' },
  STORE_READ_ONLY: { message: 'The store cannot be written.', next: 'Give Aisle the right to write its data folder.' },
  STORE_FAILED: { message: 'The store could not keep this, so it was not done.', next: 'Try again; if it stays, restart Aisle.' },
  STORE_DAMAGED: { message: 'The store is damaged, so nothing more is sold on it.', next: 'Put the newest backup in its place.' },
  NOT_DONE: { message: 'Something is wrong inside Aisle, so this was not done.', next: 'Tell whoever looks after Aisle: {reference}.' },
} as const;
