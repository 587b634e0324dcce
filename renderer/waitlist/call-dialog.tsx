import { surnameOf } from '../../shared/host-name.ts';
import { CALL_ENDS, type CallEnd, type WaitEntry } from '../../shared/methods/waitlist.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { useSending } from '../parts/use-sending.ts';
import { tellOffer } from './wait-actions.ts';

const WORDS: Readonly<Record<CallEnd, string>> = { reached: 'Reached', 'calls back': 'Calls back', 'no answer': 'No answer' };

/** Writes down what came of a call, so that the next colleague need not call again. */
export function CallDialog({ entry, onClose }: { entry: WaitEntry; onClose: () => void }) {
  const { refusal, send } = useSending();
  const write = async (end: CallEnd) => {
    if (await send(() => tellOffer(entry, end))) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Call to ${surnameOf(entry.name)}, ${entry.phone}`}
      foot={CALL_ENDS.map((end) => (
        <Button key={end} autoFocus={end === 'reached'} variant={end === 'reached' ? 'go' : 'plain'} onPress={() => void write(end)}>
          {WORDS[end]}
        </Button>
      ))}
    >
      <p>What came of it is kept in the history of the list. The offer ends at its time all the same.</p>
      <RefusalLine refusal={refusal} />
    </Dialog>
  );
}
