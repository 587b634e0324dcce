import { type ReactNode, type Ref, useRef, useState } from 'react';
import { PIN_FAILURES_MAX, PIN_LOCK_MS } from '../../shared/bounds.ts';
import { MINUTE_MS } from '../../shared/instants.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { signIn } from '../stores/session-actions.ts';
import { askDesks } from './ask-desks.ts';
import { DeskField } from './desk-field.tsx';
import { asDeskName, asUserName, desksTold, offeredDesks, rememberDesk } from './desk-name.ts';
import { PIN_DIGITS_MIN, PinField } from './pin-field.tsx';

interface SignInFormProps {
  user: string;
  onUser: (user: string) => void;
  desk: string;
  onDesk: (desk: string) => void;
  nameRef: Ref<HTMLInputElement>;
  pinRef: Ref<HTMLInputElement>;
  /** Said above the form: why the last session ended. */
  note?: ReactNode;
}

/** Name, desk and PIN. Says what is missing before it asks the hub. */
export function SignInForm({ user, onUser, desk, onDesk, nameRef, pinRef, note }: SignInFormProps) {
  const [pin, setPin] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [missing, setMissing] = useState<'user' | 'pin' | 'desk' | null>(null);
  const [pending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  /** The desk that the hub has said to be new. Enter again opens it. */
  const [newDesk, setNewDesk] = useState('');
  const [desks, setDesks] = useState(() => offeredDesks(desk));
  const [told] = useState(() => desksTold().length > 0);

  const submit = async (): Promise<void> => {
    if (pending) return;
    const lacking = user.length < 2 ? 'user' : asDeskName(desk) === '' ? 'desk' : pin.length < PIN_DIGITS_MIN ? 'pin' : null;
    setMissing(lacking);
    setRefusal(null);
    if (lacking) {
      form.current?.querySelector<HTMLInputElement>(lacking === 'pin' ? '.pin input' : `input[name="${lacking}"]`)?.focus();
      return;
    }
    setPending(true);
    const reply = await signIn({ user, pin, desk, onlyKnownDesk: desk !== newDesk });
    setPending(false);
    if (reply.ok) {
      setPin('');
      rememberDesk(desk);
      void askDesks();
      return;
    }
    setRefusal(reply.refusal);
    if (reply.refusal.code === 'DESK_NEW') {
      // The PIN was right. It stays, so that Enter is enough.
      setNewDesk(desk);
      const { known } = reply.refusal.details;
      if (Array.isArray(known)) setDesks(known.map(String));
    } else setPin('');
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
      <div className="pair">
        <TextField
          label="Name"
          name="user"
          value={user}
          onChange={(typed) => onUser(asUserName(typed))}
          inputRef={nameRef}
          wrong={missing === 'user' ? 'Type your user name.' : undefined}
          autoFocus
        />
        <DeskField
          value={desk}
          desks={desks}
          onChange={(name) => {
            onDesk(name);
            setNewDesk('');
            if (refusal?.code === 'DESK_NEW') setRefusal(null);
          }}
          hint={told && desk !== '' && !desks.includes(desk) ? 'New desk' : ''}
          wrong={missing === 'desk' ? 'Name the desk.' : undefined}
        />
      </div>
      <PinField
        label="PIN"
        value={pin}
        onChange={setPin}
        inputRef={pinRef}
        wrong={missing === 'pin' ? `A PIN has at least ${PIN_DIGITS_MIN} digits.` : undefined}
      />
      <Button variant="go" type="submit" kbd="Enter" isPending={pending}>
        <span>
          {newDesk !== '' && desk === newDesk ? 'Open new desk' : 'Sign in at desk'} <span className="prop">{desk}</span>
        </span>
      </Button>
      <RefusalLine refusal={refusal} />
      <p className="note">
        {PIN_FAILURES_MAX} wrong PINs lock the name for {PIN_LOCK_MS / MINUTE_MS} minutes. A supervisor can unlock it.
      </p>
    </form>
  );
}
