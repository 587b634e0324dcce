import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { SeatBlock } from '../../../shared/methods/seat-blocks.ts';
import { saysWhy } from '../../../shared/reason.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import { takesFromStock } from '../../../shared/seat-blocks.ts';
import { call, newRequestId } from '../../client/client.ts';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { fewSeats } from '../seat-words.ts';

interface FreeFormProps {
  flightId: number;
  block: SeatBlock;
  onDone: () => void;
}

/** Frees the seat of a block, or more seats that are typed, with a reason. */
export function FreeForm({ flightId, block, onDone }: FreeFormProps) {
  const [what, setWhat] = useState(block.seat);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (what.trim() === '' || !saysWhy(reason) || sending) return;
    setSending(true);
    setRefusal(null);
    const input = { requestId: newRequestId(), flightId, what: what.trim(), cabin: block.cabin, code: block.code, reason: reason.trim() };
    const reply = await call('seats.unblock', input, 'person');
    setSending(false);
    if (!reply.ok) {
      setRefusal(reply.refusal);
      return;
    }
    announce(`${fewSeats(reply.value.seats)} freed, ${block.code} ended.`);
    onDone();
  };
  /** Esc leaves this form and not what is around it. */
  const keepByEsc = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onDone();
  };
  return (
    <form className="bl-form" aria-label={`Free ${block.seat}`} onSubmit={(event) => void submit(event)} onKeyDown={keepByEsc}>
      <div className="bl-last bl-freeing">
        <TextField
          className="bl-what"
          label="Free seats"
          value={what}
          maxLength={80}
          wrong={tried && what.trim() === '' ? 'Which seats.' : undefined}
          onChange={setWhat}
        />
        <ReasonField
          label={`Reason that ${block.code} ends`}
          autoFocus
          value={reason}
          tried={tried}
          asks="Why the seat may be sold."
          onChange={setReason}
        />
        <Button type="submit" variant="go" kbd="Enter" isPending={sending}>
          Free
        </Button>
        <Button variant="quiet" kbd="Esc" onPress={onDone}>
          Keep
        </Button>
      </div>
      <p className="t2 s12">{takesFromStock(block.code) ? 'The cabin may sell a seat more again. ' : ''}Who waits for it gets it first.</p>
      <RefusalLine refusal={refusal} />
    </form>
  );
}
