import { type FormEvent, useEffect, useState } from 'react';
import type { PolicyScope } from '../../shared/methods/policy-view.ts';
import { useSession } from '../client/session-store.ts';
import { readScope } from '../format/read-scope.ts';
import { dateLabel } from '../format/times.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import { today } from '../stores/today.ts';
import { type FoundScope, findScope } from './find-scope.ts';

interface ScopeLineProps {
  /** The scope as it is called: `Route JFK–LAX`. */
  name: string;
  onScope: (scope: PolicyScope) => void;
}

/** Says which flights the room is about, and takes others: `network`, `JFK LAX`, `AA9 24NOV`. */
export function ScopeLine({ name, onScope }: ScopeLineProps) {
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState('');
  const [legs, setLegs] = useState<readonly FoundScope[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scope was taken, here or by the command bar
  useEffect(() => {
    setTyped('');
    setLegs([]);
  }, [name]);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await findScope(readScope(typed, today(zone)));
    if (answer.kind === 'wrong') {
      setWrong(`${answer.problem} ${answer.next}`);
      return;
    }
    setWrong('');
    const [only] = answer.scopes;
    if (only && answer.scopes.length === 1) onScope(only.scope);
    else setLegs(answer.scopes);
  };
  return (
    <form className="pr-scope" onSubmit={(event) => void submit(event)}>
      <b>{name}</b>
      <TextField
        aria-label="Flights to price"
        className="pr-scope-field"
        placeholder="JFK LAX, AA9, network"
        value={typed}
        wrong={wrong || undefined}
        onChange={(text) => {
          setTyped(text);
          setWrong('');
        }}
      />
      {legs.map(({ scope, flight }) =>
        flight ? (
          <Button key={flight.flightId} onPress={() => onScope(scope)}>
            {flight.flight} {flight.origin}
            {'\u2013'}
            {flight.destination}, {dateLabel(flight.date)}
          </Button>
        ) : null,
      )}
    </form>
  );
}
