import { type FormEvent, useState } from 'react';
import type { VoucherView } from '../../shared/methods/vouchers.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call } from '../client/client.ts';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { NewVoucher } from './new-voucher.tsx';
import { VoucherFacts } from './voucher-facts.tsx';

/** Looks a voucher up by its number. */
function FindVoucher() {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState('');
  const [found, setFound] = useState<VoucherView | undefined>();
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const number = typed.trim().toUpperCase();
    const isNumber = /^[A-Z0-9]{4,20}$/.test(number);
    setWrong(isNumber ? '' : '4 to 20 letters or digits.');
    if (!isNumber) return;
    const reply = await call('vouchers.get', { number }, 'person');
    setFound(reply.ok ? reply.value : undefined);
    setRefusal(reply.ok ? undefined : reply.refusal);
  };
  return (
    <form className="ad-form" aria-labelledby="ad-voucher" onSubmit={(event) => void submit(event)}>
      <div className="panel-h">
        <h2 id="ad-voucher">Voucher</h2>
        <span className="s12 t3">what is left of it</span>
      </div>
      <TextField label="Voucher number" value={typed} wrong={wrong || undefined} onChange={setTyped} />
      <Button type="submit">Look up</Button>
      {refusal && <RefusalLine refusal={refusal} />}
      {found ? <VoucherFacts voucher={found} label="Voucher found" /> : null}
    </form>
  );
}

/** The register of vouchers: issue one by hand, and see what is left of another. */
export function VouchersPanel() {
  return (
    <div className="ad-settings">
      <NewVoucher />
      <FindVoucher />
    </div>
  );
}
