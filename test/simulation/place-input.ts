import type { Input } from '../../shared/contract.ts';
import type { ActionOf } from './action.ts';

/** A hold as an agent asks for it. `offers`: what proves a price that was read out, by the key of the step that asked for it. */
export const placeInput = (
  { legs, party, later, spoken, afterClose, promotion, minutes, override }: ActionOf<'place'>,
  offers: ReadonlyMap<number, string>,
): Omit<Input<'holds.place'>, 'requestId'> => ({
  legs: legs.map(({ flight, cabin, seats, offer: step, back }) => {
    const offer = offers.get(step ?? 0);
    return {
      flightId: flight,
      cabin,
      seats: typeof seats === 'string' ? seats : [...seats],
      ...(offer === undefined ? {} : { offer }),
      ...(back ? { back } : {}),
    };
  }),
  passengers: [
    ...party.map((who) => ({
      type: who === 'CHD' || who === 'INS' ? who : ('ADT' as const),
      infant: who === 'with-infant',
      assistance: who === 'assisted',
    })),
    ...(later ? [{ type: 'INS' as const, infant: false, assistance: false, seatFrom: later }] : []),
  ],
  exitRowConfirmed: spoken,
  ...(afterClose ? { afterClose: 'gate' as const } : {}),
  ...(promotion ? { promotion } : {}),
  ...(override ? { override: 'the only seat for a stretcher' } : {}),
  ...(minutes === undefined ? {} : { minutes }),
});
