import { useEffect } from 'react';
import { isSeat } from '../../shared/open-seat.ts';
import { keyPlace } from '../keys/key-place.ts';
import { focusSeat, showTip, usePointer } from '../seats/pointer-store.ts';
import type { Sale } from './sale.ts';
import { goToStop, stopAfter } from './sale-fields.ts';
import { useSale } from './sale-store.ts';

/** Moves the focus to the first chosen seat, where Enter goes on to the hold; before one is chosen, to the seat where it was last. */
export function focusChosen(): void {
  const { sale } = useSale.getState();
  const leg = sale?.legs[sale.active];
  const chosen = leg?.seats.find((each) => each !== null && isSeat(each));
  const seat = leg && (chosen ?? usePointer.getState().current[leg.flightId]);
  if (seat) focusSeat(leg.flightId, seat);
  showTip(null);
}

/** Whether somebody types in the command bar or a dialog: a stage that begins late must not take the next letters. */
const typesElsewhere = (): boolean => keyPlace(document.activeElement) === 'field' && !document.activeElement?.closest('.flight');

/** Each stage begins where its next step is: on a seat, in the first empty field, at the money. */
export function useDefaultFocus(sale: Sale, flightId: number, loaded: boolean): void {
  const { stage, active } = sale;
  const bookingId = sale.booking?.bookingId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new stage, leg or booking moves the focus, never typing
  useEffect(() => {
    if (!loaded || typesElsewhere()) return;
    if (stage === 'seats') {
      const seat = usePointer.getState().current[flightId];
      if (seat) focusSeat(flightId, seat);
      // Nobody asked about this seat yet.
      showTip(null);
    } else if (stage === 'details') goToStop(stopAfter(sale, null));
  }, [stage, active, flightId, bookingId, loaded]);
}
