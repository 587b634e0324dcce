import { type FormEvent, useState } from 'react';
import { deskName } from '../../../shared/method.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import { LEAST_RIGHTS } from '../../../shared/system-rights.ts';
import { asDeskName } from '../../format/as-desk-name.ts';
import { Button } from '../../parts/button.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useOffer } from './offer-store.ts';
import { CALLS_WRONG, readRights } from './read-rights.ts';
import { RightsFields, typedRights } from './rights-fields.tsx';

const KINDS = [
  { value: 'console', text: 'Counter', more: 'people sign in there' },
  { value: 'system', text: 'System', more: 'another program' },
] as const;

/** Names the desk that is to be paired. A counter gets a code, another program its secret. */
export function NewDesk({ onClose }: { onClose: () => void }) {
  const [desk, setDesk] = useState('');
  const [kind, setKind] = useState<'console' | 'system'>('console');
  const [typed, setTyped] = useState(typedRights(LEAST_RIGHTS));
  const [wrongCalls, setWrongCalls] = useState(false);
  const [wrong, setWrong] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const [sending, setSending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setRefusal(undefined);
    const fits = deskName.safeParse(desk).success;
    setWrong(!fits);
    const rights = readRights(typed);
    setWrongCalls(kind === 'system' && !rights);
    if (!fits || sending || (kind === 'system' && !rights)) return;
    setSending(true);
    const { offerConsole, pairSystem } = useOffer.getState();
    const refused = kind === 'console' || !rights ? await offerConsole(desk) : await pairSystem(desk, rights);
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
      <SelectField label="Kind" choices={KINDS} value={kind} onChange={setKind} />
      {kind === 'system' ? <RightsFields rights={typed} wrong={wrongCalls ? CALLS_WRONG : undefined} onChange={setTyped} /> : null}
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
