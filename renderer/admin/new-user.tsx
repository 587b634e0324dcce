import { type FormEvent, useRef, useState } from 'react';
import type { Refusal } from '../../shared/refusals.ts';
import type { Role } from '../../shared/roles.ts';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import { toast } from '../parts/toast.tsx';
import { NO_PIN, PinFields, pinProblem } from './pin-fields.tsx';
import { useUsers } from './users-store.ts';

const ROLE_CHOICES = [
  { value: 'agent', text: 'Agent', more: 'sells' },
  { value: 'supervisor', text: 'Supervisor', more: 'sells, imports, sets' },
] as const;
const BLANK = { user: '', display: '', role: 'agent' as Role };
const USER_NAME = /^[a-z][a-z0-9.-]{1,31}$/;

/** Adds a user. What is wrong stands beside its field; what the hub refuses stands above the button. */
export function NewUser() {
  const [entry, setEntry] = useState(BLANK);
  const [pin, setPin] = useState(NO_PIN);
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const first = useRef<HTMLInputElement>(null);
  const userWrong = USER_NAME.test(entry.user) ? '' : '2 to 32 small letters, digits, . or -, a letter first.';
  const displayWrong = entry.display.trim() === '' ? 'The name as it stands on screens and receipts.' : '';
  const pinWrong = pinProblem(pin);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setRefusal(undefined);
    if (userWrong || displayWrong || pinWrong || sending) return;
    setSending(true);
    const refused = await useUsers.getState().create({ ...entry, display: entry.display.trim(), pin: pin.pin });
    setSending(false);
    // A PIN that was sent is not kept on the screen.
    setPin(NO_PIN);
    setRefusal(refused);
    if (refused?.code === 'PIN_WEAK') first.current?.focus();
    if (refused) return;
    toast(`${entry.user} can sign in.`);
    setEntry(BLANK);
    setTried(false);
  };
  const wrong = (problem: string): string | undefined => (tried && !refusal && problem ? problem : undefined);
  return (
    <form className="ad-form" aria-labelledby="ad-newuser" onSubmit={(event) => void submit(event)}>
      <div className="panel-h">
        <h2 id="ad-newuser">Add user</h2>
      </div>
      <TextField
        label="User name"
        hint="typed to sign in"
        value={entry.user}
        wrong={wrong(userWrong)}
        onChange={(user) => setEntry({ ...entry, user: user.toLowerCase() })}
      />
      <TextField
        label="Name on screen"
        value={entry.display}
        maxLength={60}
        wrong={wrong(displayWrong)}
        onChange={(display) => setEntry({ ...entry, display })}
      />
      <SelectField label="Role" choices={ROLE_CHOICES} value={entry.role} onChange={(role: Role) => setEntry({ ...entry, role })} />
      <PinFields first={first} value={pin} onChange={setPin} wrong={wrong(pinWrong) ?? ''} />
      {refusal && <RefusalLine refusal={refusal} />}
      <Button type="submit" variant="go" isPending={sending}>
        Add user
      </Button>
    </form>
  );
}
