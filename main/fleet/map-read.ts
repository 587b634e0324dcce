import type { Output } from '../../shared/contract.ts';

/** What was read from a text of one form. `lineOfRow`: the line of the row at a place of the draft. */
export type MapRead = Omit<Output<'fleet.read'>, 'form'> & { readonly lineOfRow?: (place: number) => number | null };
