import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { createFirstSupervisor } from '../stores/session-actions.ts';
import { asUserName } from './as-user-name.ts';
import { Door } from './door.tsx';
import { FirstElsewhere } from './first-elsewhere.tsx';
import { PIN_DIGITS_MIN, PinField } from './pin-field.tsx';

type Wrong = Partial<Record<'display' | 'user' | 'pin' | 'again', string>>;

/** Shown for a live store without users: the first person becomes its supervisor and makes the other users. */
export function FirstSupervisorScreen({ state }: { state: Output<'session.state'> }) {
  const [display, setDisplay] = useState('');
  const [user, setUser] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [wrong, setWrong] = useState<Wrong>({});
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [pending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (Object.keys(wrong).length > 0) form.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
  }, [wrong]);

  const submit = async (): Promise<void> => {
    if (pending) return;
    const found: Wrong = {
      ...(display.trim() === '' ? { display: 'Type your name as colleagues know it.' } : {}),
      ...(/^[a-z][a-z0-9.-]+$/.test(user) ? {} : { user: 'Two letters or more, the first a letter.' }),
      ...(pin.length < PIN_DIGITS_MIN ? { pin: `A PIN has at least ${PIN_DIGITS_MIN} digits.` } : {}),
      ...(pin === again ? {} : { again: 'This is not the same PIN.' }),
    };
    setWrong(found);
    setRefusal(null);
    if (Object.keys(found).length > 0) return;
    setPending(true);
    const reply = await createFirstSupervisor({ user, display: display.trim(), pin });
    setPending(false);
    if (reply.ok) return;
    setPin('');
    setAgain('');
    setRefusal(reply.refusal);
  };

  if (!state.atHub) return <FirstElsewhere state={state} />;
  return (
    <Door state={state} title="First supervisor" desk={state.desk} tall>
      <p className="lead">
        <b>This store has no users yet.</b> Make the first supervisor. They sign in, import the schedule and make the other users.
      </p>
      <form
        ref={form}
        aria-label="First supervisor"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField label="Full name" value={display} onChange={setDisplay} maxLength={60} wrong={wrong.display} autoFocus />
        <TextField label="User name" value={user} onChange={(typed) => setUser(asUserName(typed))} wrong={wrong.user} />
        <PinField label="PIN, 4 to 12 digits" value={pin} onChange={setPin} wrong={wrong.pin} fresh />
        <PinField label="The same PIN again" value={again} onChange={setAgain} wrong={wrong.again} fresh />
        <Button variant="go" type="submit" kbd="Enter" isPending={pending}>
          Make the first supervisor
        </Button>
        <RefusalLine refusal={refusal} />
      </form>
    </Door>
  );
}
