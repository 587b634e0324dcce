import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Refusal } from '../../shared/refusals.ts';
import { announce } from '../parts/announcer.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { DialogFoot } from '../parts/dialog-foot.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { NO_PIN, PinFields, pinProblem } from './pin-fields.tsx';
import { useUsers } from './users-store.ts';

/** A new PIN for somebody; the old one stops working with it. */
export function SetPinDialog({ user, onClose }: { user: string; onClose: () => void }) {
  const [pin, setPin] = useState(NO_PIN);
  const [wrong, setWrong] = useState('');
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const [sending, setSending] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const problem = pinProblem(pin);
    setWrong(problem);
    setRefusal(undefined);
    if (problem || sending) return;
    setSending(true);
    const refused = await useUsers.getState().setPin(user, pin.pin);
    setSending(false);
    setPin(NO_PIN);
    setRefusal(refused);
    if (refused) return first.current?.focus();
    announce(`${user} has a new PIN`);
    onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} title={`New PIN for ${user}`}>
      <form className="ad-form" onSubmit={(event) => void submit(event)}>
        <p className="t2">The old PIN stops working at once.</p>
        <PinFields first={first} value={pin} onChange={setPin} wrong={wrong} />
        {refusal && <RefusalLine refusal={refusal} />}
        <DialogFoot isPending={sending} onClose={onClose} stay="Keep the old PIN">
          Set PIN
        </DialogFoot>
      </form>
    </Dialog>
  );
}
