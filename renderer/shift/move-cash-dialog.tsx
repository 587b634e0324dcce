import { type FormEvent, useState } from 'react';
import type { ShiftMoveKind, ShiftReport } from '../../shared/methods/shifts.ts';
import { readMoney } from '../../shared/money.ts';
import { call, newRequestId } from '../client/client.ts';
import { announce } from '../parts/announcer.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { DialogFoot } from '../parts/dialog-foot.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { Segments } from '../parts/segments.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { loadShift } from '../stores/shift-now-store.ts';
import { sumText } from './count-store.ts';
import { MOVES } from './shift-words.ts';

const CHOICES = (Object.keys(MOVES) as ShiftMoveKind[]).map((value) => ({ value, text: MOVES[value] }));

/** Cash goes to the safe, or is paid in or out without a sale. */
export function MoveCashDialog({ report, onClose }: { report: ShiftReport; onClose: () => void }) {
  const [kind, setKind] = useState<ShiftMoveKind>('safe');
  const [amount, setAmount] = useState('');
  const [currency, setCurrency] = useState(report.cash[0]?.currency ?? 'USD');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const { sending, refusal, send } = useSending();
  const read = readMoney(amount, currency);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!read || note.trim() === '') return;
    const asked = { requestId: newRequestId(), shiftId: report.shiftId, kind, currency, amount: read, note: note.trim() };
    if (!(await send(() => call('shift.drop', asked, 'person')))) return;
    announce(`${MOVES[kind]}: ${sumText([{ currency, amount: read }])}`);
    await loadShift();
    onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} title="Cash without a sale">
      <form className="sh-move" aria-label="Cash without a sale" onSubmit={(event) => void submit(event)}>
        <Segments label="Where it goes" labelHidden value={kind} choices={CHOICES} onChange={setKind} />
        <div className="sh-float">
          <TextField
            label="Amount"
            inputMode="decimal"
            autoFocus
            value={amount}
            wrong={tried && !read ? `An amount in ${currency || 'a currency'}.` : undefined}
            onChange={setAmount}
          />
          <TextField label="Currency" maxLength={3} value={currency} onChange={(text) => setCurrency(text.toUpperCase())} />
        </div>
        <TextField
          label={kind === 'safe' ? 'Slip of the safe' : 'Why'}
          maxLength={80}
          value={note}
          wrong={tried && note.trim() === '' ? 'It goes on the Z.' : undefined}
          onChange={setNote}
        />
        <RefusalLine refusal={refusal} />
        <DialogFoot isPending={sending} onClose={onClose}>
          Note it
        </DialogFoot>
      </form>
    </Dialog>
  );
}
