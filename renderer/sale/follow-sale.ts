import type { Heard, JournalEvent } from '../../shared/events.ts';
import { onHeard, onResync } from '../client/client.ts';
import { announce } from '../parts/announcer.tsx';
import { askBest, lookAgain, say } from './sale-actions.ts';
import { dispatch, useSale } from './sale-store.ts';

/** Follows what becomes of the seats and holds of this console's sales, whatever screen is shown. Returns how to stop. */
export function followSale(): () => void {
  const stops = [
    onHeard(hear),
    onResync(() => {
      const { sale } = useSale.getState();
      if (sale?.stage === 'details' && sale.booking) void lookAgain(sale.booking.bookingId);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function hear(heard: Heard): void {
  if ('notice' in heard || !('legs' in heard.data)) return;
  const { bookingId } = heard.data;
  const { sale, parked } = useSale.getState();
  const ended = ENDED[heard.type];
  if (ended && parked[bookingId]) {
    const { [bookingId]: _gone, ...rest } = parked;
    useSale.setState({ parked: rest });
  }
  if (!sale) return;
  if (sale.booking?.bookingId === bookingId) {
    if (ended) {
      dispatch({ do: 'ended', why: ended });
      if (useSale.getState().sale?.stage === 'lost' && sale.stage !== 'lost') announce(ended);
    } else if (heard.type === 'hold.extended' && !sale.busy) void lookAgain(bookingId);
    return;
  }
  // While a hold is on its way its answer tells which seats could not be had.
  if (heard.type === 'hold.placed' && sale.stage === 'seats' && !sale.busy) void seatsTaken(heard);
}

const ENDED: Partial<Record<JournalEvent['type'], string>> = {
  'hold.expired': 'The hold time is over. The seats went back to sale.',
  'hold.released': 'The hold was released. The seats went back to sale.',
  'payment.failed': 'The payment failed. The seats went back to sale.',
};

/** Seats chosen here that another desk holds now: dropped, said aloud, and the next best offered. */
async function seatsTaken(event: Extract<JournalEvent, { type: 'hold.placed' }>): Promise<void> {
  const { sale } = useSale.getState();
  for (const moved of event.data.legs) {
    const leg = sale?.legs.find((each) => each.flightId === moved.flightId);
    const gone = leg ? moved.seats.filter((seat) => leg.seats.includes(seat)) : [];
    if (gone.length === 0) continue;
    dispatch({ do: 'seatsGone', flightId: moved.flightId, seats: gone });
    const because = `${gone.join(' ')} went to desk ${event.data.desk} while you chose.`;
    say(because);
    const choices = await askBest(moved.flightId);
    const [best] = choices ?? [];
    if (!choices || !best) return;
    dispatch({ do: 'advise', advice: { flightId: moved.flightId, choices, taken: -1, because } });
    announce(`${because} Next best ${best.seats.join(' ')}, B takes them.`);
    return;
  }
}
