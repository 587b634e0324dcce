import { useState } from 'react';
import type { Volunteer } from '../../shared/methods/volunteers.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { answer } from './oversale-actions.ts';

/** A passenger who was asked keeps the seat: said no, or is not wanted any more. */
export function NoDialog({ volunteer, onClose }: { volunteer: Volunteer; onClose: () => void }) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const say = async (said: 'no' | 'withdrawn') => {
    if (busy) return;
    setBusy(true);
    const refused = await answer(volunteer, said);
    setBusy(false);
    setRefusal(refused);
    if (!refused) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`${volunteer.name} keeps ${volunteer.seat}?`}
      foot={
        <>
          <Button variant="quiet" onPress={() => void say('withdrawn')}>
            Withdrawn
          </Button>
          <Button variant="go" autoFocus onPress={() => void say('no')}>
            Said no
          </Button>
        </>
      }
    >
      <p>The passenger is not asked again on this flight.</p>
      <RefusalLine refusal={refusal} />
    </Dialog>
  );
}
