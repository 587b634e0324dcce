import { AFTER_CLOSE_REASONS, type AfterCloseReason } from '../../shared/close-of-sales.ts';
import { useSession } from '../client/session-store.ts';
import { localTime } from '../format/times.ts';
import { Button } from '../parts/button.tsx';
import { useSeats } from '../seats/seat-store.ts';
import { useNow } from '../stores/clock-store.ts';
import { salesOf, useClosesAt } from '../stores/settings-in-force.ts';
import { isReadyToHold, type Sale } from './sale.ts';
import { holdSeats } from './sale-actions.ts';
import './after-close.css';

const REASONS = Object.entries(AFTER_CLOSE_REASONS) as [AfterCloseReason, string][];

/** How sales of the flights of a sale stand; undefined while a flight is not known. */
export function useSalesOf(sale: Sale) {
  const closes = useClosesAt();
  const now = useNow();
  const flights = useSeats(({ flights: all }) => all);
  const known = sale.legs.flatMap(({ flightId }) => flights[flightId]?.answer.flight ?? []);
  const [first] = known;
  return first && known.length === sale.legs.length ? { ...salesOf(known, closes, now), first } : undefined;
}

/** Said in place of the hold after the close of sales. A supervisor sells all the same, and names the reason that the journal keeps. */
export function AfterClose({ sale, at, zone, airport }: { sale: Sale; at: number; zone: string; airport: string }) {
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  const ready = isReadyToHold(sale);
  const when = `${localTime(at, zone)} ${airport}`;
  if (!supervisor) return <p className="warn">Sales closed at {when}. A supervisor sells it with a reason.</p>;
  return (
    <div className="after-close">
      <p className="warn">
        Sales closed at {when}. {ready ? 'Hold all the same, because' : 'Pick the seats, then choose a reason to sell all the same.'}
      </p>
      {ready
        ? REASONS.map(([reason, words]) => (
            <Button key={reason} isPending={sale.busy === 'holding'} onPress={() => void holdSeats(reason)}>
              {words}
            </Button>
          ))
        : null}
    </div>
  );
}
