import { useState } from 'react';
import { deskName } from '../../shared/method.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { mayPractise } from '../client/desk-key.ts';
import { asDeskName } from '../format/as-desk-name.ts';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { leavePractice, practiseAt } from '../stores/pair-desk.ts';

const NO_KEY: Refusal = {
  code: 'PAIRING_NEEDS_CODE',
  message: 'This browser keeps nothing for this page, so it can be no other desk.',
  next: 'Open it in a window that is not private.',
  details: {},
};

/** In training one computer can be several desks, one a window. `done`: the name is taken, and the focus goes back to where it belongs. */
export function PracticeDesk({ hub, done }: { hub: string; done: () => void }) {
  const [asked, setAsked] = useState(false);
  const [desk, setDesk] = useState('');
  const [wrong, setWrong] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [pending, setPending] = useState(false);
  if (!asked)
    return (
      <p className="note others">
        <Button variant="quiet" onPress={() => setAsked(true)}>
          Practise at another desk
        </Button>
        {mayPractise() ? (
          <Button variant="quiet" onPress={leavePractice}>
            Back to the hub's own
          </Button>
        ) : null}
      </p>
    );
  const submit = async (): Promise<void> => {
    if (pending) return;
    setRefusal(null);
    setWrong(!deskName.safeParse(desk).success);
    if (!deskName.safeParse(desk).success) return;
    setPending(true);
    const failed = await practiseAt(hub, desk);
    setPending(false);
    if (failed === undefined) {
      setAsked(false);
      done();
    } else setRefusal(typeof failed === 'string' ? NO_KEY : failed);
  };
  return (
    <form
      className="practice"
      aria-label="Practise at another desk"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        setAsked(false);
        done();
      }}
    >
      <TextField
        label="Desk to practise at"
        className="prop"
        value={desk}
        onChange={(typed) => setDesk(asDeskName(typed))}
        wrong={wrong ? 'Name the desk: T1-05.' : undefined}
        autoFocus
      />
      <Button type="submit" kbd="Enter" isPending={pending}>
        Practise there
      </Button>
      <RefusalLine refusal={refusal} />
    </form>
  );
}
