import { type FormEvent, useState } from 'react';
import { saysWhy } from '../../shared/reason.ts';
import { useSession } from '../client/session-store.ts';
import { useDeeds } from '../keys/use-keys.ts';
import { Button } from '../parts/button.tsx';
import { ReasonField } from '../parts/reason-field.tsx';
import type { CancelOffer, RefundWish } from './booking-store.ts';

interface RefundWishesProps {
  /** What was wished before. */
  wished: Pick<CancelOffer, 'toVoucher' | 'waiver'>;
  /** Minor units that go back. */
  back: number;
  /** Minor units that the rule and the fee keep. */
  kept: number;
  busy: boolean;
  /** Asks for a new quote. */
  ask: (wish: RefundWish) => void;
}

/** How the money of a quote may go back otherwise. Each wish asks for a new quote, because only what was quoted is done. */
export function RefundWishes({ wished, back, kept, busy, ask }: RefundWishesProps) {
  const isSupervisor = useSession(({ session }) => session?.role === 'supervisor');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const waiver = wished.waiver ? { waiver: wished.waiver.reason } : {};
  // A waiver is a supervisor's: who asks for another quote without being one loses it.
  const stays = isSupervisor ? waiver : {};
  const toOther = () => ask(wished.toVoucher ? stays : { ...stays, toVoucher: true });
  const waive = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (saysWhy(reason)) ask({ ...(wished.toVoucher ? { toVoucher: true } : {}), waiver: reason.trim() });
  };
  useDeeds('booking', { V: back > 0 ? toOther : undefined });
  return (
    <>
      {back > 0 ? (
        <div className="rv-wish">
          <Button kbd="V" variant="quiet" onPress={toOther} isDisabled={busy}>
            {wished.toVoucher ? 'Back to what paid' : 'To a new voucher instead'}
          </Button>
        </div>
      ) : null}
      {isSupervisor && !wished.waiver && kept > 0 ? (
        <form className="rv-wish" aria-label="Waive the refund rule" onSubmit={waive}>
          <ReasonField label="Waive the rule, because" value={reason} tried={tried} asks="Why it is waived." onChange={setReason} />
          <Button type="submit" variant="quiet" isDisabled={busy}>
            Waive
          </Button>
        </form>
      ) : null}
      {!isSupervisor && kept > 0 ? <p className="rv-quote">A supervisor may waive what is kept, with a reason.</p> : null}
    </>
  );
}
