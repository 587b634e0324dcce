import { type FormEvent, useState } from 'react';
import { WAIT_PRIORITIES, type WaitEntry, type WaitPriority } from '../../shared/methods/waitlist.ts';
import { saysWhy } from '../../shared/reason.ts';
import { call, newRequestId } from '../client/client.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ReasonField } from '../parts/reason-field.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { PRIORITY_WORDS } from './wait-words.ts';
import { useWaitlist } from './waitlist-store.ts';

/** A supervisor gives a party another priority, and says why. */
export function MoveDialog({ entry, onClose }: { entry: WaitEntry; onClose: () => void }) {
  const [priority, setPriority] = useState<WaitPriority>('supervisor');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { sending, refusal, send } = useSending();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!saysWhy(reason)) return;
    const input = { requestId: newRequestId(), entryId: entry.entryId, priority, reason: reason.trim() };
    if (!(await send(() => call('waitlist.move', input, 'person')))) return;
    await useWaitlist.getState().load();
    onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} title={`Move ${entry.name}`}>
      <form className="wl-form" onSubmit={(event) => void submit(event)}>
        <ReasonField autoFocus value={reason} tried={tried} asks="Why this party does not wait in the normal order." onChange={setReason} />
        <SelectField
          label="Priority"
          value={priority}
          choices={WAIT_PRIORITIES.toReversed().map((value) => ({ value, text: PRIORITY_WORDS[value] }))}
          onChange={setPriority}
        />
        <RefusalLine refusal={refusal} />
        <Button type="submit" variant="go" kbd="Enter" isPending={sending}>
          Move
        </Button>
      </form>
    </Dialog>
  );
}
