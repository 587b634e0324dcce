import { type FormEvent, useState } from 'react';
import { deskName } from '../../../shared/method.ts';
import type { QueueItem } from '../../../shared/methods/queues.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { passOn } from './queue-actions.ts';

/** Asks to which desk an item is left. */
export function PassDialog({ item, remark, onClose }: { item: QueueItem; remark: string; onClose: () => void }) {
  const [desk, setDesk] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [problem, setProblem] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const read = deskName.safeParse(desk.trim().toUpperCase());
    setProblem(read.success ? '' : 'The name of a desk, as it stands in the frame: T2-11.');
    if (!read.success) return;
    const end = await passOn(item.subject, read.data, remark);
    if (end === 'busy') return;
    setRefusal(end === 'done' ? null : end);
    if (end !== 'done') return;
    announce(`${item.locator} is left to desk ${read.data}`);
    onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} title={`${item.locator} to another desk`}>
      <form className="qu-form" onSubmit={(event) => void submit(event)}>
        <TextField label="Desk" autoFocus value={desk} maxLength={16} wrong={problem || undefined} onChange={setDesk} />
        <RefusalLine refusal={refusal} />
        <Button type="submit" variant="go" kbd="Enter">
          Leave it to this desk
        </Button>
      </form>
    </Dialog>
  );
}
