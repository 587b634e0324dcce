import { type Refused, refuse } from '../../shared/refusals.ts';

/** What was asked for too much: the budget of the desk, the line of a flash sale, or the line before the writer or the reader of the store. */
export type BusyPlace = 'desk' | 'flash_sale' | 'writer' | 'reader';

/** Nothing was done: come again later, with the same request id. `position`: how many are in line with who asks. `why`: the sentence without its full stop. */
export const refuseBusy = (at: BusyPlace, why: string, position: number, comeAgainMs: number): Refused =>
  refuse('BUSY', { at, why, position, comeAgainMs, seconds: Math.ceil(comeAgainMs / 1_000) });

/** In a line of the hub that takes no more. */
export const refuseInLine = (at: BusyPlace, position: number, comeAgainMs: number): Refused =>
  refuseBusy(at, `Many ask at once: this request would be number ${position} in line`, position, comeAgainMs);

/** In a line, which keeps its place. `position`: null while a lot is not drawn. `of`: how many wait there. */
export const refuseWaiting = (position: number | null, of: number, comeAgainMs: number): Refused =>
  refuse('IN_LINE', {
    where: position === null ? `one of ${of} in the lot` : `number ${position} of ${of} in line`,
    ...{ position, of, comeAgainMs, seconds: Math.ceil(comeAgainMs / 1_000) },
  });
