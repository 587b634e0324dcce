import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import { useSession } from '../client/session-store.ts';
import { Door } from './door.tsx';
import { PracticeDesk } from './practice-desk.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { TrainingUsers } from './training-users.tsx';

interface SignInScreenProps {
  state: Output<'session.state'>;
  /** Title of the page; somebody else takes over when it is a switch of users. */
  title?: string;
  /** Said above the form. */
  why?: string;
  /** The desk that this console is. */
  desk: string;
  /** Somebody has worked here and is locked out: the desk stays. */
  stays?: boolean;
}

export function SignInScreen({ state, title = 'Sign in', why = '', desk, stays = false }: SignInScreenProps) {
  const ended = useSession((store) => store.ended);
  const [user, setUser] = useState('');
  const name = useRef<HTMLInputElement>(null);
  const pin = useRef<HTMLInputElement>(null);
  const { trainingUsers } = state;

  // A user name begins with a letter, so a digit where none is expected chooses a training user.
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key)) return;
      const inField = event.target instanceof HTMLInputElement;
      if (inField && (event.target !== name.current || name.current?.value !== '')) return;
      const chosen = trainingUsers[Number(event.key) - 1];
      if (!chosen) return;
      event.preventDefault();
      setUser(chosen.user);
      pin.current?.focus();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [trainingUsers]);

  return (
    <Door
      state={state}
      title={title}
      desk={desk}
      beside={
        trainingUsers.length > 0 ? (
          <TrainingUsers
            users={trainingUsers}
            chosen={user}
            onChoose={(chosen) => {
              setUser(chosen.user);
              pin.current?.focus();
            }}
          />
        ) : null
      }
    >
      <SignInForm
        user={user}
        onUser={setUser}
        desk={desk}
        nameRef={name}
        pinRef={pin}
        note={ended || why ? <p className="lead">{ended || why}</p> : null}
      />
      {state.mode === 'training' && state.atHub && !stays ? (
        <PracticeDesk hub={state.hub} done={() => (user === '' ? name : pin).current?.focus()} />
      ) : null}
    </Door>
  );
}
