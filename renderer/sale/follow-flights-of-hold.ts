import { isAbout } from '../../shared/event-effects.ts';
import type { Heard } from '../../shared/notices.ts';
import { call, onHeard, onResync } from '../client/client.ts';
import { localTime } from '../format/times.ts';
import { toast } from '../parts/toast.tsx';
import { useSale } from './sale-store.ts';
import { say } from './say.ts';

/** The hold that is shown, if its seats are not paid yet. */
const shownHold = () => {
  const { sale } = useSale.getState();
  return sale?.stage === 'details' ? sale.booking : null;
};

/** What was said last of a hold, so that a second schedule does not say it again. */
let told = '';

/** A schedule was applied: tells at once what it did to the flights of the hold on the screen, which payment would find out only later. */
async function check(): Promise<void> {
  const bookingId = shownHold()?.bookingId;
  if (bookingId === undefined) return;
  const reply = await call('holds.check', { bookingId });
  const hold = shownHold();
  if (!reply.ok || hold?.bookingId !== bookingId) return;
  const { refusal, moved } = reply.value;
  const times = moved.flatMap(({ flightId, departsAt, arrivesAt }) => {
    const leg = hold.legs.find((each) => each.flightId === flightId);
    if (!leg) return [];
    const [departs, arrives] = [localTime(departsAt, leg.originZone), localTime(arrivesAt, leg.destinationZone)];
    return [`${leg.flight} now leaves ${leg.origin} at ${departs} and arrives at ${leg.destination} at ${arrives}.`];
  });
  const text = [refusal && `${refusal} This hold cannot be paid: release it.`, ...times].filter(Boolean).join(' ');
  if (text === '' || `${bookingId} ${text}` === told) return;
  told = `${bookingId} ${text}`;
  say(text);
  toast(text, 'warn');
}

/** Follows the schedule for the hold on the screen. Returns how to stop. */
export function followFlightsOfHold(): () => void {
  told = '';
  const stops = [
    onHeard((heard: Heard) => {
      if (!('notice' in heard) && isAbout(heard, 'schedule')) void check();
    }),
    onResync(() => void check()),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
