import { type FormEvent, useState } from 'react';
import { deskName } from '../../../shared/method.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import type { SystemRole } from '../../../shared/roles.ts';
import { asDeskName } from '../../format/as-desk-name.ts';
import { Button } from '../../parts/button.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useOffer } from './offer-store.ts';

const KINDS = [
  { value: 'console', text: 'Counter', more: 'people sign in there' },
  { value: 'system', text: 'System', more: 'another program' },
] as const;
const ROLES = [
  { value: 'agent', text: 'Agent', more: 'sells' },
  { value: 'supervisor', text: 'Supervisor', more: 'sells, imports, sets' },
  { value: 'reader', text: 'Reader', more: 'reads the feeds alone' },
] as const;

/** Names the desk that is to be paired. A counter gets a code, another program its secret. */
export function NewDesk({ onClose }: { onClose: () => void }) {
  const [desk, setDesk] = useState('');
  const [kind, setKind] = useState<'console' | 'system'>('console');
  const [role, setRole] = useState<SystemRole>('agent');
  const [wrong, setWrong] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const [sending, setSending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setRefusal(undefined);
    const fits = deskName.safeParse(desk).success;
    setWrong(!fits);
    if (!fits || sending) return;
    setSending(true);
    const { offerConsole, pairSystem } = useOffer.getState();
    const refused = kind === 'console' ? await offerConsole(desk) : await pairSystem(desk, role);
    setSending(false);
    setRefusal(refused);
    if (!refused) onClose();
  };
  return (
    <form
      className="ad-form dk-new"
      aria-label="Pair a desk"
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <TextField
        label="Name of the desk"
        className="prop"
        autoFocus
        value={desk}
        wrong={wrong ? 'Letters, digits and -, such as T1-09.' : undefined}
        onChange={(typed) => setDesk(asDeskName(typed))}
      />
      <div className="ad-pair">
        <SelectField label="Kind" choices={KINDS} value={kind} onChange={setKind} />
        {kind === 'system' ? <SelectField label="May do what a" choices={ROLES} value={role} onChange={setRole} /> : null}
      </div>
      <RefusalLine refusal={refusal} />
      <div className="ad-deeds">
        <Button type="submit" variant="go" kbd="Enter" isPending={sending}>
          {kind === 'console' ? 'Show a code' : 'Make its secret'}
        </Button>
        <Button variant="quiet" kbd="Esc" onPress={onClose}>
          Leave it
        </Button>
      </div>
    </form>
  );
}
