import type { SeatPicker } from '../seats/seat-picker.ts';
import { holdSeats } from './sale-actions.ts';
import { exitRowRestriction, isSuggested, markOf, useSale } from './sale-store.ts';
import { isSupervisor, pickSeat } from './seat-actions.ts';

/** The open sale as the seats see it. */
export const SALE_PICKER: SeatPicker = {
  subscribe: (listener) => useSale.subscribe(listener),
  cabinOf: (flightId) => useSale.getState().sale?.legs.find((leg) => leg.flightId === flightId)?.cabin ?? null,
  markOf: (flightId, seat) => markOf(useSale.getState().sale, flightId, seat),
  exitRowRestriction: (flightId) => exitRowRestriction(useSale.getState().sale, flightId),
  isSuggested: (flightId, seat) => isSuggested(useSale.getState().sale, flightId, seat),
  maySellBlocked: isSupervisor,
  pick: pickSeat,
  enter(flightId, seat) {
    const { sale } = useSale.getState();
    if (sale?.legs[sale.active]?.seats.includes(seat.seat)) void holdSeats();
    else pickSeat(flightId, seat);
  },
};
