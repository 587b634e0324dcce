import { useEffect, useMemo } from 'react';
import { call } from '../../client/client.ts';
import { useSession } from '../../client/session-store.ts';
import { useEscFirst } from '../../keys/use-esc-first.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useHoldsUnderWay } from '../../sale/holds-under-way.ts';
import type { Sale } from '../../sale/sale.ts';
import { useSale } from '../../sale/sale-store.ts';
import { useNow } from '../../stores/clock-store.ts';
import { useFlash, useFollowFlash, useFollowPlace } from './flash-store.ts';
import { lineWords, modeWords, placeWords } from './flash-words.ts';
import { closeFlashDialog, openFlashDialog } from './open-flash-dialog.ts';
import './flash.css';

async function leave(): Promise<void> {
  const reply = await call('queue.leave', {}, 'person');
  if (reply.ok) useHoldsUnderWay.setState({ inLine: [] });
}
const leaveNow = (): void => void leave();

/**
 * Under the title while a flight of the sale has a flash sale: how its line stands, and where a hold of this desk stands in it: that of the sale on the screen,
 * else one that was asked for earlier. Esc leaves the line for the first alone, because it may be pressed for the sale on the screen.
 */
export function FlashBand({ sale }: { sale: Sale }) {
  const ids = sale.legs.map(({ flightId }) => flightId).join('-');
  const flightIds = useMemo(() => [...new Set(ids.split('-').map(Number))], [ids]);
  useFollowFlash(flightIds);
  useEffect(() => closeFlashDialog, []);
  const { sales } = useFlash();
  const round = useSale((now) => now.round);
  const { asked, inLine } = useHoldsUnderWay();
  const open = flightIds.flatMap((flightId) => sales[flightId] ?? []);
  const holding = sale.busy === 'holding';
  useFollowPlace(open.length > 0, holding);
  // A hold of two flights waits in the line of each, and is done when it had its turn in both.
  const places = inLine.filter(({ flightId }) => sales[flightId]).toSorted((a, b) => b.waitMs - a.waitMs);
  const requestId = asked.find((hold) => hold.round === round)?.requestId;
  const own = places.find((each) => each.requestId === requestId);
  const place = own ?? places[0];
  const flash = open.find(({ flightId }) => flightId === place?.flightId) ?? open[0];
  useEscFirst(own !== undefined, leaveNow);
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  const now = useNow();
  if (!flash) return null;
  return (
    <div className={place ? 'flash-band waits' : 'flash-band'}>
      <Icon name="clock" size={14} />
      <p role="status">
        <b>Flash sale, {modeWords(flash)}.</b>{' '}
        {place ? placeWords(place, { drawsAt: flash.drawsAt, now, isOwn: own !== undefined }) : lineWords(flash, now)}
      </p>
      {place ? (
        <Button variant="quiet" {...(own ? { kbd: 'Esc' } : {})} onPress={leaveNow}>
          Leave the line
        </Button>
      ) : supervisor ? (
        <Button variant="quiet" kbd="Shift Q" onPress={() => openFlashDialog(flash.flightId)}>
          Close it
        </Button>
      ) : null}
    </div>
  );
}
