import { create } from 'zustand';
import type { Output } from '../../shared/contract.ts';
import type { HeldBooking } from '../../shared/methods/holds.ts';
import { seatsSaid } from '../../shared/open-seat.ts';
import type { Reply } from '../../shared/refusals.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import { useSession } from '../client/session-store.ts';
import { toast } from '../parts/toast.tsx';
import { useSeats } from '../seats/seat-store.ts';
import type { Sale } from './sale.ts';
import { useSale } from './sale-store.ts';
import { UNHEARD } from './unheard.ts';

export type PlaceInLine = Output<'queue.status'>['waiting'][number];

interface HoldAsked {
  readonly requestId: string;
  /** The sale that it was asked for. */
  readonly round: number;
  readonly flightIds: readonly number[];
  /** `AA 19 and AA 255`. */
  readonly flights: string;
}

interface HoldsUnderWay {
  /** Holds that this page asked for, and that have no answer yet. */
  readonly asked: readonly HoldAsked[];
  /** Where requests of this desk stand in line, as the hub told last: also those that were asked for before this page was loaded. */
  readonly inLine: readonly PlaceInLine[];
  /** The sale in which it was said that another hold of its flight waits. */
  readonly toldIn: number | null;
}

const NONE: HoldsUnderWay = { asked: [], inLine: [], toldIn: null };

/** In the line of a flash sale a hold may wait for minutes, and its customer gives way to another one meanwhile. */
export const useHoldsUnderWay = create<HoldsUnderWay>(() => NONE);
onSessionOver(() => useHoldsUnderWay.setState(NONE));

function flightsOf({ legs }: Sale): string {
  const names = legs.flatMap(({ flightId }) => useSeats.getState().flights[flightId]?.answer.flight.flight ?? []);
  const [last = 'this flight', ...others] = names.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
}

/** A hold is asked for. Gives back what is called with its answer. */
export function holdAsked(sale: Sale, round: number, requestId: string): (reply: Reply<HeldBooking>) => void {
  const hold: HoldAsked = { requestId, round, flightIds: sale.legs.map(({ flightId }) => flightId), flights: flightsOf(sale) };
  const { session } = useSession.getState();
  useHoldsUnderWay.setState(({ asked }) => ({ asked: [...asked, hold] }));
  return (reply) => {
    useHoldsUnderWay.setState(({ asked, inLine }) => ({
      asked: asked.filter((each) => each !== hold),
      inLine: inLine.filter((each) => each.requestId !== requestId),
    }));
    const now = useSession.getState().session;
    if (useSale.getState().round !== round && now?.user === session?.user && now?.desk === session?.desk) sayOfEarlier(hold, reply);
  };
}

/** Its sale is on the screen no more, and nothing else there tells what became of it. */
function sayOfEarlier({ flights }: HoldAsked, reply: Reply<HeldBooking>): void {
  if (reply.ok) {
    const seats = seatsSaid(reply.value.legs.flatMap((leg) => leg.seats));
    toast(`Held ${seats} on ${flights}, locator ${reply.value.locator}, for the customer before. It is in the tray.`);
  } else if (UNHEARD.has(reply.refusal.code)) {
    toast(`It is not known whether the hold of ${flights} for the customer before was made. If it was, it stands in the tray.`, 'warn');
  } else if (reply.refusal.code !== 'LINE_LEFT') {
    toast(`The hold of ${flights} for the customer before was not made: ${reply.refusal.message}`, 'bad');
  }
}

/** The sale on the screen gives way to another one. */
export function sayHoldGoesOn(): void {
  const { round } = useSale.getState();
  for (const { flights } of useHoldsUnderWay.getState().asked.filter((each) => each.round === round))
    toast(`The hold of ${flights} goes on. What comes of it is said here.`, 'other');
}

/** What is said once before a sale asks for a hold of a flight of which this desk waits for one already; undefined: it may be asked for. */
export function secondHoldWords(sale: Sale, round: number): string | undefined {
  const { asked, inLine, toldIn } = useHoldsUnderWay.getState();
  const isOfSale = (flightId: number): boolean => sale.legs.some((leg) => leg.flightId === flightId);
  const waits = asked.some(({ flightIds }) => flightIds.some(isOfSale)) || inLine.some(({ flightId }) => isOfSale(flightId));
  if (!waits || toldIn === round) return undefined;
  useHoldsUnderWay.setState({ toldIn: round });
  return `A hold of ${flightsOf(sale)} waits at this desk already. Hold again to ask for a second one.`;
}
