import { type KeyboardEvent, useState } from 'react';
import type { FlashSale } from '../../../shared/methods/flash-sales.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import { call, newRequestId } from '../../client/client.ts';
import { useSession } from '../../client/session-store.ts';
import { clockText } from '../../format/clock-text.ts';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { useNow } from '../../stores/clock-store.ts';
import { closeWords, lineWords, modeWords, turnWords } from './flash-words.ts';
import { LotDrawn } from './lot-drawn.tsx';
import { closeFlashDialog } from './open-flash-dialog.ts';

/** How the line of an open flash sale stands, and its end. Who waits loses the place, so it takes Ctrl Enter. */
export function CloseFlash({ sale, flight }: { sale: FlashSale; flight: string }) {
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  const now = useNow();
  const end = async (): Promise<void> => {
    if (sending) return;
    setSending(true);
    setRefusal(null);
    const reply = await call('flashSale.close', { requestId: newRequestId(), flightId: sale.flightId }, 'person');
    setSending(false);
    if (!reply.ok) return setRefusal(reply.refusal);
    announce(`Flash sale of ${flight} closed`);
    closeFlashDialog();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !event.ctrlKey || event.repeat) return;
    event.preventDefault();
    event.stopPropagation();
    void end();
  };
  return (
    <section className="flash-form" aria-label="The line" onKeyDownCapture={press}>
      <p>
        Open since {clockText(sale.openedAt, zone)}, {modeWords(sale)}. {turnWords(sale)}
      </p>
      <p>{lineWords(sale, now)}</p>
      {sale.mode === 'lot' && sale.drawsAt === null ? <LotDrawn flightId={sale.flightId} zone={zone} /> : null}
      <RefusalLine refusal={refusal} />
      <div className="foot">
        <Button variant="quiet" kbd="Esc" autoFocus onPress={closeFlashDialog}>
          Leave it open
        </Button>
        <Button
          variant="danger"
          kbd="Ctrl Enter"
          isPending={sending}
          onPress={({ pointerType }) => (pointerType === 'keyboard' ? announce('Ctrl Enter closes the flash sale.') : void end())}
        >
          {closeWords(sale)}
        </Button>
      </div>
    </section>
  );
}
