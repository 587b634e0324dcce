import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { useSession } from '../client/session-store.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { useHolds } from '../stores/holds-store.ts';
import { signIn, signOut } from '../stores/session-actions.ts';
import { Door } from './door.tsx';
import { PIN_DIGITS_MIN, PinField } from './pin-field.tsx';
import { SignInScreen } from './sign-in-screen.tsx';

/** Shown over the locked console. With their PIN the same person goes on where they were. Somebody else may sign in instead. */
export function LockScreen({ state }: { state: Output<'session.state'> }) {
  const session = useSession((store) => store.session);
  const restored = useSession((store) => store.restored);
  const forOther = useSession((store) => store.forOther);
  const forSale = useSession((store) => store.forSale);
  const holds = useHolds((store) => store.holds.length);
  const [other, setOther] = useState(forOther);
  const [pin, setPin] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [short, setShort] = useState(false);
  const [pending, setPending] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (!other) field.current?.focus();
  }, [other]);

  if (!session) return null;
  if (other)
    return forSale ? (
      <SignInScreen
        state={state}
        title="Next sale"
        why="This desk asks before each sale who sells. Whoever gives name and PIN owns the sale."
        desk={session.desk}
        stays
      />
    ) : (
      <SignInScreen state={state} title="Switch user" desk={session.desk} stays />
    );

  const submit = async (): Promise<void> => {
    if (pending) return;
    setRefusal(null);
    setShort(pin.length < PIN_DIGITS_MIN);
    if (pin.length < PIN_DIGITS_MIN) return;
    setPending(true);
    const reply = await signIn({ user: session.user, pin });
    setPending(false);
    setPin('');
    if (!reply.ok) {
      setRefusal(reply.refusal);
      field.current?.focus();
    }
  };

  return (
    <Door state={state} title="Locked" desk={session.desk}>
      <p className="lead">
        {restored ? (
          <>
            The hub was started again, so this console is locked. Enter the PIN of <b>{session.display}</b>, {session.role}, to go on.{' '}
          </>
        ) : (
          <>
            Locked by <b>{session.display}</b>, {session.role}.{' '}
          </>
        )}
        {holds > 0 ? `${holds === 1 ? 'One hold' : `${holds} holds`} of this desk ${holds === 1 ? 'runs' : 'run'} on.` : ''}
      </p>
      <form
        aria-label="Unlock"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <PinField
          label={`PIN of ${session.user}`}
          value={pin}
          onChange={setPin}
          inputRef={field}
          wrong={short ? `A PIN has at least ${PIN_DIGITS_MIN} digits.` : undefined}
        />
        <Button variant="go" type="submit" kbd="Enter" isPending={pending}>
          <Icon name="lock" size={15} />
          Unlock
        </Button>
        <RefusalLine refusal={refusal} />
        <div className="others">
          <Button onPress={() => setOther(true)}>
            <Icon name="users" size={15} />
            Somebody else signs in
          </Button>
          <Button variant="quiet" onPress={() => void signOut()}>
            Sign out
          </Button>
        </div>
      </form>
    </Door>
  );
}
