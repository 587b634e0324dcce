import { SYSTEM } from '../../main/actor.ts';
import type { InnerHub } from '../../main/hub/hub.ts';
import type { ActionOf } from './action.ts';
import type { StagedToApply } from './stage-flights.ts';

/** An import of many flights goes a piece further. `staged`: what applying its file takes, if it was read. */
export async function importPiece(
  hub: Pick<InnerHub, 'change'>,
  action: ActionOf<'copy' | 'drop-copy' | 'settle'>,
  staged: StagedToApply | undefined,
): Promise<void> {
  if (action.do === 'settle') await hub.change('schedule.settle', { bookings: action.bookings }, SYSTEM, null);
  if (!staged) return;
  const { importId } = staged;
  if (action.do === 'drop-copy') await hub.change('schedule.discard', { importId, copyAlone: true }, SYSTEM, null);
  if (action.do === 'copy') await hub.change('schedule.copy', { staged, rows: 0, ...(action.first ? { first: true } : {}) }, SYSTEM, null);
}
