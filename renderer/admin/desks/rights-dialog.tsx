import { type FormEvent, useState } from 'react';
import type { Refusal } from '../../../shared/refusals.ts';
import { LEAST_RIGHTS } from '../../../shared/system-rights.ts';
import { announce } from '../../parts/announcer.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { DialogFoot } from '../../parts/dialog-foot.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { type Desk, useDesks } from './desks-store.ts';
import { CALLS_WRONG, readRights } from './read-rights.ts';
import { RightsFields, typedRights } from './rights-fields.tsx';

/** Changes what another program may do. Its key stays the same. */
export function RightsDialog({ desk: { id, desk, rights: before }, onClose }: { desk: Desk; onClose: () => void }) {
  const [rights, setRights] = useState(typedRights(before ?? LEAST_RIGHTS));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [wrong, setWrong] = useState(false);
  const [sending, setSending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const read = readRights(rights);
    setWrong(!read);
    if (!read || sending) return;
    setSending(true);
    const refused = await useDesks.getState().allow(id, read);
    setSending(false);
    setRefusal(refused ?? null);
    if (refused) return;
    announce(`What ${desk} may is changed`);
    onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} title={`What ${desk} may`}>
      <form className="ad-form" onSubmit={(event) => void submit(event)}>
        <RightsFields autoFocus rights={rights} wrong={wrong ? CALLS_WRONG : undefined} onChange={setRights} />
        <p className="t2">It counts from its next call on. Its key stays the same.</p>
        <RefusalLine refusal={refusal} />
        <DialogFoot isPending={sending} onClose={onClose}>
          Change
        </DialogFoot>
      </form>
    </Dialog>
  );
}
