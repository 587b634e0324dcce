import { useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import { clockText } from '../format/clock-text.ts';
import { Button } from '../parts/button.tsx';
import { serverNow } from '../stores/clock-store.ts';
import { refreshState } from '../stores/session-actions.ts';
import { Door } from './door.tsx';

/** On any other computer than the hub's: where the first supervisor is made. Looking again always says something, also when nothing has changed. */
export function FirstElsewhere({ state }: { state: Output<'session.state'> }) {
  const [looked, setLooked] = useState<number>();
  const look = async (): Promise<void> => {
    await refreshState();
    setLooked(serverNow());
  };
  return (
    <Door state={state} title="First supervisor" desk={state.desk}>
      <p className="lead">
        <b>This store has no users yet.</b> The first supervisor is made at the computer on which Aisle runs, so that nobody else can be
        first. Open Aisle there, then look again here.
      </p>
      <Button variant="go" autoFocus kbd="Enter" onPress={() => void look()}>
        Look again
      </Button>
      <p className="note" role="status">
        {looked === undefined ? '' : `Looked at ${clockText(looked, state.home.zone)} ${state.home.airport}: there is no user yet.`}
      </p>
    </Door>
  );
}
