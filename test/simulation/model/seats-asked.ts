import type { Input } from '../../../shared/contract.ts';
import { bestLeft } from './best-for.ts';
import type { Model } from './model.ts';
import type { sittingOn } from './sale-checks.ts';

type Leg = Pick<Input<'holds.place'>['legs'][number], 'flightId' | 'cabin' | 'seats'>;

/** The seats of a leg: those that are named, or the best ones, or none yet for anybody. Where the best are asked for and there are none, nobody has one. */
export function seatsAsked(model: Model, leg: Leg, sitting: ReturnType<typeof sittingOn>): string[] {
  const { seats, cabin } = leg;
  if (typeof seats !== 'string') return seats;
  const none = sitting.map(() => 'open');
  if (seats !== 'best') model.met.push('no seats yet');
  if (seats !== 'best') return none;
  const best = bestLeft(
    model,
    leg,
    sitting.map((held) => ({ ...held, infant: held.carries })),
  );
  model.met.push(best ? 'the best seats' : `no best seats in ${cabin}`);
  return best ? [...best] : none;
}
