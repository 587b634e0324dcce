import type { ScheduleCounts } from '../../shared/methods/schedule.ts';
import { accept, type Reply, refuse } from '../../shared/refusals.ts';
import { SYSTEM } from '../actor.ts';
import type { ApplyScheduleInput } from '../commands/apply-schedule-input.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { ImportProgress } from './import-progress.ts';

export interface Applying {
  readonly signal: AbortSignal;
  progress(progress: ImportProgress): void;
}

/** Up to so many flights and bookings are applied in one transaction: a tenth of a second. A million flights need not be copied for them. */
const FLIGHTS_MANY = 2_000;
const BOOKINGS_MANY = 200;

export const isMany = ({ flights, dropped, bookingsTouched }: ScheduleCounts): boolean =>
  flights + dropped > FLIGHTS_MANY || bookingsTouched > BOOKINGS_MANY;

/** How long a piece should hold the writer. A sale may wait for two of them: the one that is at work, and one in its own batch. */
const PIECE_MS = 60;
const ROWS_FIRST = 500;
const ROWS_MIN = 100;
const ROWS_MAX = 4_000;

/**
 * Makes the next schedule of an import beside the present one. Others sell between the pieces. After a refusal, and when it is stopped, nothing is left
 * of it, and the preview stands.
 */
export async function copyInPieces(
  hub: Pick<InnerHub, 'change'>,
  { importId, flights, scopes, generation }: ApplyScheduleInput,
  { signal, progress }: Applying,
): Promise<Reply<unknown>> {
  const staged = { importId, flights, scopes, generation };
  let rows = ROWS_FIRST;
  for (let first = true; ; first = false) {
    const began = performance.now();
    const piece = signal.aborted
      ? refuse('IMPORT_CANCELLED')
      : await hub.change('schedule.copy', { staged, rows, ...(first ? { first } : {}) }, SYSTEM, null);
    if (!piece.ok) {
      await hub.change('schedule.discard', { importId, copyAlone: true }, SYSTEM, null);
      return piece;
    }
    if (piece.value.ended) return accept({});
    progress({ stage: 'applying', done: flights > 0 ? piece.value.staged / flights : 0, records: piece.value.staged });
    const fits = Math.round((rows * PIECE_MS) / Math.max(1, performance.now() - began));
    rows = Math.min(ROWS_MAX, 2 * rows, Math.max(ROWS_MIN, fits));
  }
}
