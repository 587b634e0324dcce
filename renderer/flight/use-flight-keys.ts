import { useKeys } from '../keys/use-keys.ts';
import { openOversale } from '../oversale/open-oversale.ts';
import { printReceipt } from '../pay/print-receipt.ts';
import { waitForCabin } from '../sale/full-cabin.tsx';
import { focusHoldMinutes } from '../sale/hold-minutes.tsx';
import { fillFromRecord, toggleKeep } from '../sale/kept-customers.ts';
import { focusPromotion } from '../sale/promotion-field.tsx';
import type { Sale } from '../sale/sale.ts';
import { extendHold, giveChange, holdAgain, holdSeats, holdWithoutSeats, nextCustomer, releaseHold } from '../sale/sale-actions.ts';
import { dispatch } from '../sale/sale-store.ts';
import { bestByNextWish, bestSeats } from '../sale/seat-actions.ts';
import { seatInfantLater } from '../sale/seat-infant-later.ts';
import { addLapInfant, clearSeats, keepSale } from '../sale/undo-picks.ts';
import { focusChosen } from '../sale/use-default-focus.ts';
import { openAircraft } from './aircraft-dialog.tsx';
import { openBlocks } from './blocks-dialog.tsx';
import { openFlashDialog } from './flash/open-flash-dialog.ts';
import { openHand } from './open-hand.ts';

/** The keys of the flight screen. Which of them work depends on the stage of the sale. */
export function useFlightKeys(sale: Sale, onList: () => void): void {
  const { stage, booking } = sale;
  const seats = stage === 'seats';
  const details = stage === 'details';
  const ended = stage === 'confirmed' || stage === 'lost';
  useKeys(
    'flight',
    {
      L: onList,
      B: seats ? () => void bestSeats().then(() => focusChosen()) : undefined,
      'Shift B': seats ? () => void bestByNextWish().then(() => focusChosen()) : undefined,
      A: seats ? () => dispatch({ do: 'addPassenger', type: 'ADT' }) : undefined,
      'Shift A': seats ? () => dispatch({ do: 'addPassenger', type: 'CHD' }) : undefined,
      I: seats ? addLapInfant : undefined,
      'Shift I': seats ? () => dispatch({ do: 'addPassenger', type: 'INS' }) : undefined,
      X: seats ? () => openBlocks(sale.legs[sale.active]?.flightId ?? 0) : undefined,
      M: seats ? focusPromotion : undefined,
      S: seats ? () => void holdWithoutSeats('best') : undefined,
      'Shift S': seats ? () => void holdWithoutSeats('open') : undefined,
      E: seats ? focusHoldMinutes : undefined,
      'Shift E': () => openAircraft(sale.legs[sale.active]?.flightId ?? 0),
      'Shift F': () => openHand(sale.legs[sale.active]?.flightId ?? 0),
      Q: seats ? () => waitForCabin(sale) : undefined,
      'Shift Q': () => openFlashDialog(sale.legs[sale.active]?.flightId ?? 0),
      O: () => openOversale(sale),
      Esc: seats ? clearSeats : undefined,
      Enter: seats ? () => void holdSeats() : stage === 'lost' ? () => void holdAgain() : undefined,
      'Ctrl Enter': details ? () => void seatInfantLater() : undefined,
      F10: details ? fillFromRecord : undefined,
      'Shift F10': details ? toggleKeep : undefined,
      F9: details ? () => void extendHold() : undefined,
      'Shift F9': details ? () => void releaseHold() : undefined,
      Y: stage === 'confirmed' ? giveChange : undefined,
      N: ended ? nextCustomer : undefined,
      P: stage === 'confirmed' && booking ? () => void printReceipt(booking.bookingId) : undefined,
      'Shift P': stage === 'confirmed' && booking ? () => void printReceipt(booking.bookingId, 'pdf') : undefined,
    },
    keepSale,
  );
}
