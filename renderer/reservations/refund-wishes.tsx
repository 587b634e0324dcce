import { type FormEvent, useState } from 'react';
import { REASON_MAX } from '../../shared/bounds.ts';
import { useSession } from '../client/session-store.ts';
import { useDeeds } from '../keys/use-keys.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import { type CancelOffer, useBooking } from './booking-store.ts';

/** How the money of a quote may go back otherwise. Each wish asks for a new quote, because only what was quoted is done. */
export function RefundWishes({ quote }: { quote: CancelOffer }) {
  const isSupervisor = useSession(({ session }) => session?.role === 'supervisor');
  const doing = useBooking((state) => state.doing);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { askQuote } = useBooking.getState();
  const waiver = quote.waiver ? { waiver: quote.waiver.reason } : {};
  // A waiver is a supervisor's: who asks for another quote without being one loses it.
  const kept = isSupervisor ? waiver : {};
  const toOther = () => void askQuote(quote.toVoucher ? kept : { ...kept, toVoucher: true });
  const wrong = reason.trim().length < 3 ? 'Why it is waived.' : '';
  const waive = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!wrong) void askQuote({ ...(quote.toVoucher ? { toVoucher: true } : {}), waiver: reason.trim() });
  };
  useDeeds('booking', { V: quote.total > 0 ? toOther : undefined });
  return (
    <>
      {quote.total > 0 ? (
        <div className="rv-wish">
          <Button kbd="V" variant="quiet" onPress={toOther} isDisabled={doing !== null}>
            {quote.toVoucher ? 'Back to what paid' : 'To a new voucher instead'}
          </Button>
        </div>
      ) : null}
      {isSupervisor && !quote.waiver && quote.total < quote.paid ? (
        <form className="rv-wish" aria-label="Waive the refund rule" onSubmit={waive}>
          <TextField
            label="Waive the rule, because"
            value={reason}
            maxLength={REASON_MAX}
            wrong={(tried && wrong) || undefined}
            onChange={setReason}
          />
          <Button type="submit" variant="quiet" isDisabled={doing !== null}>
            Waive
          </Button>
        </form>
      ) : null}
    </>
  );
}
