import { type ReactNode, type Ref, useRef, useState } from 'react';
import { PIN_FAILURES_MAX, PIN_LOCK_MS } from '../../shared/bounds.ts';
import { MINUTE_MS } from '../../shared/instants.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { signIn } from '../stores/session-actions.ts';
import { asUserName } from './as-user-name.ts';
import { PIN_DIGITS_MIN, PinField } from './pin-field.tsx';

interface SignInFormProps {
  user: string;
  onUser: (user: string) => void;
  /** The desk that this console is. Nobody types it. */
  desk: string;
  nameRef: Ref<HTMLInputElement>;
  pinRef: Ref<HTMLInputElement>;
  /** Said above the form: why the last session ended. */
  note?: ReactNode;
}

/** Name and PIN. Says what is missing before it asks the hub. */
export function SignInForm({ user, onUser, desk, nameRef, pinRef, note }: SignInFormProps) {
  const [pin, setPin] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [missing, setMissing] = useState<'user' | 'pin' | null>(null);
  const [pending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const submit = async (): Promise<void> => {
    if (pending) return;
    const lacking = user.length < 2 ? 'user' : pin.length < PIN_DIGITS_MIN ? 'pin' : null;
    setMissing(lacking);
    setRefusal(null);
    if (lacking) {
      form.current?.querySelector<HTMLInputElement>(lacking === 'pin' ? '.pin input' : 'input[name="user"]')?.focus();
      return;
    }
    setPending(true);
    const reply = await signIn({ user, pin });
    setPending(false);
    setPin('');
    if (reply.ok) return;
    setRefusal(reply.refusal);
    form.current?.querySelector<HTMLInputElement>('.pin input')?.focus();
  };

  return (
    <form
      ref={form}
      aria-label="Sign in"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {note}
      <TextField
        label="Name"
        name="user"
        value={user}
        onChange={(typed) => onUser(asUserName(typed))}
        inputRef={nameRef}
        wrong={missing === 'user' ? 'Type your user name.' : undefined}
        autoFocus
      />
      <PinField
        label="PIN"
        value={pin}
        onChange={setPin}
        inputRef={pinRef}
        wrong={missing === 'pin' ? `A PIN has at least ${PIN_DIGITS_MIN} digits.` : undefined}
      />
      <Button variant="go" type="submit" kbd="Enter" isPending={pending}>
        <span>
          Sign in at desk <span className="prop">{desk}</span>
        </span>
      </Button>
      <RefusalLine refusal={refusal} />
      <p className="note">
        {PIN_FAILURES_MAX} wrong PINs lock the name at this desk for {PIN_LOCK_MS / MINUTE_MS} minutes. A supervisor can unlock it.
      </p>
    </form>
  );
}
