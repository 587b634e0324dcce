import { useState } from 'react';
import { CALL_ENDS, type CallEnd, type WaitEntry } from '../../shared/methods/waitlist.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { tellOffer } from './wait-actions.ts';
import { surnameOf } from './wait-words.ts';

const WORDS: Readonly<Record<CallEnd, string>> = { reached: 'Reached', 'calls back': 'Calls back', 'no answer': 'No answer' };

/** Writes down what came of a call, so that the next colleague need not call again. */
export function CallDialog({ entry, onClose }: { entry: WaitEntry; onClose: () => void }) {
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const write = async (end: CallEnd) => {
    if (sending) return;
    setSending(true);
    const refused = await tellOffer(entry, end);
    setSending(false);
    setRefusal(refused);
    if (!refused) onClose();
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
