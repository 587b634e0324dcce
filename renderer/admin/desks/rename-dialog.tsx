import { type FormEvent, useState } from 'react';
import { deskName } from '../../../shared/method.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import { asDeskName } from '../../format/as-desk-name.ts';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { type Desk, useDesks } from './desks-store.ts';

/** Gives a desk another name. Whoever is signed in there signs in anew. */
export function RenameDialog({ desk: { id, desk: before }, onClose }: { desk: Desk; onClose: () => void }) {
  const [desk, setDesk] = useState(before);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [wrong, setWrong] = useState('');
  const [sending, setSending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const problem = deskName.safeParse(desk).success
      ? desk === before
        ? 'It is called so now.'
        : ''
      : 'Letters, digits and -, such as T1-09.';
    setWrong(problem);
    if (problem || sending) return;
    setSending(true);
    const refused = await useDesks.getState().rename(id, desk);
    setSending(false);
    setRefusal(refused ?? null);
    if (refused) return;
    announce(`${before} is called ${desk} now`);
    onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} title={`Rename ${before}`}>
      <form className="ad-form" onSubmit={(event) => void submit(event)}>
        <TextField
          label="Name"
          className="prop"
          autoFocus
          value={desk}
          wrong={wrong || undefined}
          onChange={(typed) => setDesk(asDeskName(typed))}
        />
        <p className="t2">Receipts and history keep the name of their day. Whoever is signed in there signs in anew.</p>
        <RefusalLine refusal={refusal} />
        <Button type="submit" variant="go" kbd="Enter" isPending={sending}>
          Rename
        </Button>
      </form>
    </Dialog>
  );
}
