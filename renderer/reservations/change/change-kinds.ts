import type { ActionKey, ChangeId } from '../possible-actions.ts';

export type ChangeKind = ChangeId;
export const CHANGE_KINDS = [
  'ways',
  'flight',
  'upgrade',
  'seats',
  'add',
  'infant',
  'split',
  'names',
  'part',
] as const satisfies readonly ChangeKind[];

/** The key that opens each kind of change, and the word of its tab. */
export const KIND_WORDS: Readonly<Record<ChangeKind, { readonly key: ActionKey; readonly word: string }>> = {
  ways: { key: 'O', word: 'Ways on' },
  flight: { key: 'F', word: 'Flight or date' },
  upgrade: { key: 'J', word: 'Cabin' },
  seats: { key: 'S', word: 'Seats' },
  add: { key: 'A', word: 'Add a passenger' },
  infant: { key: 'I', word: 'Add an infant' },
  split: { key: 'T', word: 'Split the party' },
  names: { key: 'E', word: 'Names' },
  part: { key: 'Shift X', word: 'Cancel a part' },
};

/** Those that choose seats on a grid. */
export const picksSeats = (kind: ChangeKind | null): boolean =>
  kind === 'flight' || kind === 'upgrade' || kind === 'seats' || kind === 'add';

/** Those whose new seats are held while the difference is paid. */
export const holdsSeats = (kind: ChangeKind | null): boolean => kind === 'flight' || kind === 'upgrade' || kind === 'add';
