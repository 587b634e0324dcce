import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Refusal } from '../../shared/refusals.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { NO_PIN, PinFields, pinProblem } from './pin-fields.tsx';
import { useUsers } from './users-store.ts';

/** A new PIN for somebody; the old one stops working with it. */
export function SetPinDialog({ user, onClose }: { user: string; onClose: () => void }) {
  const [pin, setPin] = useState(NO_PIN);
  const [wrong, setWrong] = useState('');
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const problem = pinProblem(pin);
    setWrong(problem);
    setRefusal(undefined);
    if (problem) return;
    const refused = await useUsers.getState().setPin(user, pin.pin);
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
        <div className="ad-buttons">
          <Button variant="quiet" kbd="Esc" onPress={onClose}>
            Keep the old PIN
          </Button>
          <Button type="submit" variant="go" kbd="Enter">
            Set PIN
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
