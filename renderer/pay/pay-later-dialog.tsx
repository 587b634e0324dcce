import { type FormEvent, useState } from 'react';
import { DAY_MS, HOUR_MS } from '../../shared/instants.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import type { LimitEnd } from '../../shared/pay-by.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { useSession } from '../client/session-store.ts';
import { readMoment } from '../format/read-moment.ts';
import { agentDate, localDay, localTime } from '../format/times.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import { payLater } from '../sale/pay-later.ts';
import { serverNow } from '../stores/clock-store.ts';
import { today } from '../stores/today.ts';

const ENDS = [
  { value: 'cancel', text: 'Cancel it', more: 'the seats go back to sale' },
  { value: 'queue', text: 'Put it in the queue', more: 'an agent decides; the seats stay some hours' },
] as const satisfies readonly { value: LimitEnd; text: string; more: string }[];

/** The hour of tomorrow that has just begun, or the limit that the hold has. */
function usual(booking: BookingView, zone: string): string {
  const at = booking.payBy?.at ?? Math.floor((serverNow() + DAY_MS) / HOUR_MS) * HOUR_MS;
  return `${agentDate(localDay(at, zone))} ${localTime(at, zone)}`;
}

/** Asks until when a hold is to be paid, by the clock of this counter, and what becomes of it then. */
export function PayLaterDialog({ booking, onClose }: { booking: BookingView; onClose: () => void }) {
  const home = useSession(({ state }) => state?.home);
  const zone = home?.zone ?? 'UTC';
  const [typed, setTyped] = useState(() => usual(booking, zone));
  const [atLimit, setAtLimit] = useState<LimitEnd>(booking.payBy?.atLimit ?? 'cancel');
  const [problem, setProblem] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const at = readMoment(typed, zone, today(zone));
    setProblem(typeof at === 'string' ? at : '');
    if (typeof at === 'string') return;
    const refused = await payLater(at, atLimit);
    setRefusal(refused ?? null);
    if (!refused) onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} title={`${booking.locator} is paid later`}>
      <form className="pl-form" onSubmit={(event) => void submit(event)}>
        <TextField
          label={`Pay by, ${home?.airport ?? 'Z'} time`}
          autoFocus
          value={typed}
          wrong={problem || undefined}
          hint="18:30 today, or 24NOV 06:00"
          onChange={setTyped}
        />
        <SelectField label="If it is not paid by then" value={atLimit} choices={ENDS} onChange={setAtLimit} />
        <RefusalLine refusal={refusal} />
        <Button type="submit" variant="go" kbd="Enter">
          Keep the seats
        </Button>
      </form>
    </Dialog>
  );
}
