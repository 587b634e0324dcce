import type { Volunteer } from '../../shared/methods/volunteers.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { useSending } from '../parts/use-sending.ts';
import { answer } from './oversale-actions.ts';

/** A passenger who was asked keeps the seat: said no, or is not wanted any more. */
export function NoDialog({ volunteer, onClose }: { volunteer: Volunteer; onClose: () => void }) {
  const { refusal, send } = useSending();
  const say = async (said: 'no' | 'withdrawn') => {
    if (await send(() => answer(volunteer, said))) onClose();
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
