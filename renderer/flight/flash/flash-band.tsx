import { useEffect, useMemo } from 'react';
import { call } from '../../client/client.ts';
import { useSession } from '../../client/session-store.ts';
import { useEscFirst } from '../../keys/use-esc-first.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import type { Sale } from '../../sale/sale.ts';
import { useNow } from '../../stores/clock-store.ts';
import { useFlash, useFollowFlash, useFollowPlace } from './flash-store.ts';
import { lineWords, modeWords, placeWords } from './flash-words.ts';
import { closeFlashDialog, openFlashDialog } from './open-flash-dialog.ts';
import './flash.css';

const leave = (): void => void call('queue.leave', {}, 'person');

/** Under the title while a flight of the sale has a flash sale: how its line stands, and where the hold of this desk stands in it. */
export function FlashBand({ sale }: { sale: Sale }) {
  const ids = sale.legs.map(({ flightId }) => flightId).join('-');
  const flightIds = useMemo(() => [...new Set(ids.split('-').map(Number))], [ids]);
  useFollowFlash(flightIds);
  useEffect(() => closeFlashDialog, []);
  const { sales, mine } = useFlash();
  const open = flightIds.flatMap((flightId) => sales[flightId] ?? []);
  const holding = sale.busy === 'holding';
  useFollowPlace(holding && open.length > 0);
  // A hold of two flights waits in the line of each, and is done when it had its turn in both.
  const [place] = holding ? mine.filter(({ flightId }) => sales[flightId]).toSorted((a, b) => b.waitMs - a.waitMs) : [];
  const flash = open.find(({ flightId }) => flightId === place?.flightId) ?? open[0];
  useEscFirst(place !== undefined, leave);
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  const now = useNow();
  if (!flash) return null;
  return (
    <div className={place ? 'flash-band waits' : 'flash-band'}>
      <Icon name="clock" size={14} />
      <p role="status">
        <b>Flash sale, {modeWords(flash)}.</b> {place ? placeWords(place) : lineWords(flash, now)}
      </p>
      {place ? (
        <Button variant="quiet" kbd="Esc" onPress={leave}>
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
