import { type FormEvent, useState } from 'react';
import { DOCUMENT_TYPES } from '../../../shared/methods/customers.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { readName } from '../../sale/name-entry.ts';
import { deskToday } from '../../sale/sale-fields.ts';
import { type Customer, useCustomerPage } from './customer-store.ts';
import { DOCUMENT_WORDS } from './document-words.ts';
import { entryOfRecord, type RecordEntry, readRecord } from './record-entry.ts';

const TYPES = [{ value: 'NONE', text: 'None' }, ...DOCUMENT_TYPES.map((value) => ({ value, text: DOCUMENT_WORDS[value] }))] as const;

/** What is kept of a passenger who asks for it. All but the name may stay empty. */
export function RecordDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const [entry, setEntry] = useState<RecordEntry>(() => entryOfRecord(customer.record));
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const read = readRecord(entry, deskToday());
  const wrong = 'wrong' in read ? read.wrong : {};
  const name = readName(entry.name, entry.host);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setRefusal(null);
    if (!('record' in read) || saving) return;
    setSaving(true);
    const refused = await useCustomerPage.getState().save(read.record);
    setSaving(false);
    setRefusal(refused);
    if (refused) return;
    announce(useCustomerPage.getState().done);
    onClose();
  };
  const field = (of: Exclude<keyof RecordEntry, 'type'>, label: string, placeholder: string, autoFocus = false) => (
    <TextField
      label={label}
      value={entry[of]}
      placeholder={placeholder}
      autoFocus={autoFocus}
      wrong={(tried && wrong[of]) || undefined}
      onChange={(text) => setEntry((now) => ({ ...now, [of]: text }))}
    />
  );
  return (
    <Dialog isOpen onClose={onClose} title={customer.kept ? 'Change the record' : 'Keep a record'} width={520}>
      <form className="cu-form" noValidate onSubmit={(event) => void submit(event)}>
        {customer.kept ? null : <p className="s12 t2">Only for a passenger who asks for it. All but the name may stay empty.</p>}
        {field('name', 'Name, as in the passport', 'SURNAME/GIVEN TITLE', true)}
        {name.ok && name.asksHost ? field('host', 'In A to Z', 'SURNAME/GIVEN') : null}
        <div className="cu-pair">
          {field('birthDate', 'Birth date', '12MAR1980')}
          {field('contact', 'Phone and e-mail', '+1 212 555 0148')}
        </div>
        <div className="cu-pair">
          <SelectField label="Document" value={entry.type} choices={TYPES} onChange={(type) => setEntry((now) => ({ ...now, type }))} />
          {entry.type === 'NONE' ? null : field('number', 'Number', 'X1234567')}
        </div>
        {entry.type === 'NONE' ? null : (
          <div className="cu-pair">
            {field('country', 'Issued by', 'USA')}
            {field('expires', 'Valid until', '31MAY2030')}
          </div>
        )}
        <RefusalLine refusal={refusal} />
        <Button type="submit" variant="go" kbd="Enter" isPending={saving}>
          {customer.kept ? 'Change the record' : 'Keep the record'}
        </Button>
      </form>
    </Dialog>
  );
}
