import { useState } from 'react';
import type { WaitEntry } from '../../shared/methods/waitlist.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { endWait } from './wait-actions.ts';

/** Asks before a party loses its seats or its place, because neither can be taken back. */
export function EndWaitDialog({ entry, onClose }: { entry: WaitEntry; onClose: () => void }) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [ending, setEnding] = useState(false);
  const { offer, name } = entry;
  const end = async () => {
    if (ending) return;
    setEnding(true);
    const refused = await endWait(entry);
    setEnding(false);
    setRefusal(refused);
    if (refused) return;
    announce(offer ? `${name} does not take the seats.` : `${name} waits no more.`);
    onClose();
  };
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onClose={onClose}
      title={offer ? `${name} does not take ${offer.seats.join(' ')}?` : `Take ${name} off the list?`}
      foot={
        <>
          <Button variant="quiet" onPress={onClose}>
            Back
          </Button>
          <Button variant="danger" autoFocus isPending={ending} onPress={() => void end()}>
            {offer ? 'No, to the next' : 'Take off'}
          </Button>
        </>
      }
    >
      <p>
        {offer
          ? 'The seats go to the next that fits, else back to general sale. The party leaves the list.'
          : 'The party loses its place. It can be added again, behind the others.'}
      </p>
      <RefusalLine refusal={refusal} />
    </Dialog>
  );
}
