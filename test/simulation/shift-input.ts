import type { ActionOf } from './action.ts';
import type { Model } from './model/model.ts';
import { expectedOf } from './model/shifts.ts';
import { STAFF } from './world.ts';

const FLOAT = 100_00;
const MOVED = 12_34;

/** What is asked of the drawer of a desk: the method and its input. The shift is the open one of the desk, or the last. */
export function shiftInput(model: Model, { what, of, off, reason }: ActionOf<'shift'>): [method: string, body: object] {
  const { desk } = STAFF[of];
  const ofDesk = model.shifts.filter((shift) => shift.desk === desk);
  const shift = ofDesk.find(({ z }) => z === null) ?? ofDesk.at(-1);
  const shiftId = shift?.id ?? 77;
  if (what === 'open') return ['shift.open', { floats: [{ currency: 'USD', amount: FLOAT + Math.abs(off) }] }];
  if (what === 'close')
    return ['shift.close', { shiftId, count: Math.max(1, shift?.counts.length ?? 1), reason: reason ? 'counted again' : '' }];
  if (what !== 'count') return ['shift.drop', { shiftId, kind: what, currency: 'USD', amount: MOVED, note: 'slip 7' }];
  const counted = Math.max(0, (shift ? expectedOf(model, shift) : 0) + off);
  const pieces = [{ value: 20_00, pieces: Math.floor(counted / 20_00) }];
  const foreign = off === 1;
  return ['shift.count', { shiftId, counts: [{ currency: foreign ? 'EUR' : 'USD', pieces, loose: counted % 20_00 }] }];
}
