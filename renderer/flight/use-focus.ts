import { useEffect, useRef } from 'react';
import type { Sale } from '../sale/sale.ts';
import { focusStop, stopAfter } from '../sale/sale-fields.ts';
import { useSale } from '../sale/sale-store.ts';
import { focusSeat, showTip, usePointer } from '../seats/pointer-store.ts';

/** Grid and list replace each other. The focus stays on the same seat. */
export function useFocusKept(listed: boolean, flightId: number): void {
  const before = useRef(listed);
  useEffect(() => {
    if (before.current === listed) return;
    before.current = listed;
    if (document.activeElement !== document.body) return;
    const seat = usePointer.getState().current[flightId];
    if (listed) document.querySelector<HTMLElement>('.seat-list button')?.focus();
    else if (seat) focusSeat(flightId, seat);
  }, [listed, flightId]);
}

/** To the first chosen seat, where Enter goes on to the hold. */
export function focusChosen(): void {
  const { sale } = useSale.getState();
  const leg = sale?.legs[sale.active];
  const seat = leg?.seats.find((each) => each !== null);
  if (leg && seat) focusSeat(leg.flightId, seat);
  showTip(null);
}

/** Each stage begins where its next step is: on a seat, in the first empty field, at the money. */
export function useDefaultFocus(sale: Sale, flightId: number, loaded: boolean): void {
  const { stage, active } = sale;
  const bookingId = sale.booking?.bookingId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new stage, leg or booking moves the focus, never typing
  useEffect(() => {
    if (!loaded) return;
    if (stage === 'seats') {
      const seat = usePointer.getState().current[flightId];
      if (seat) focusSeat(flightId, seat);
      // Nobody asked about this seat yet.
      showTip(null);
    } else if (stage === 'details') focusStop(stopAfter(sale, null));
  }, [stage, active, flightId, bookingId, loaded]);
}
