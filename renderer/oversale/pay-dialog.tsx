import { useState } from 'react';
import type { Denial } from '../../shared/methods/volunteers.ts';
import { call, newRequestId } from '../client/client.ts';
import { announce } from '../parts/announcer.tsx';
import { CheckBox } from '../parts/check-box.tsx';
import { useSending } from '../parts/use-sending.ts';
import { thenLoaded } from './oversale-store.ts';
import { money } from './oversale-words.ts';
import { SureDialog } from './sure-dialog.tsx';

interface PayDialogProps {
  denial: Denial;
  onClose: () => void;
}

/**
 * Pays what is owed to a passenger who was denied boarding. The dialog keeps its request ids: pressed again after a lost answer, nothing is paid
 * twice.
 */
export function PayDialog({ denial, onClose }: PayDialogProps) {
  const { denialId, name, locator, owed, owedCurrency } = denial;
  const [ids] = useState(() => ({ cash: newRequestId(), voucher: newRequestId() }));
  const [voucher, setVoucher] = useState(false);
  const { sending, refusal, send } = useSending();
  const sum = money(owed ?? 0, owedCurrency ?? '');
  const pay = async () => {
    const kind = voucher ? 'voucher' : 'cash';
    const paid = await send(() => thenLoaded(call('oversale.pay', { requestId: ids[kind], denialId, kind }, 'person')));
    if (!paid) return;
    announce(paid.voucher ? `Voucher ${paid.voucher} over ${sum} is issued.` : `${sum} in cash are paid.`);
    onClose();
  };
  return (
    <SureDialog
      {...{ title: `Pay ${sum} to ${name}?`, label: 'Compensation', variant: 'go', sending, refusal, onClose }}
      does={voucher ? 'Issue the voucher' : 'Pay in cash'}
      onDo={() => void pay()}
    >
      <p>
        {locator}, boarding denied.{' '}
        {voucher ? 'The voucher is valid for a year.' : 'The cash comes from the drawer of this desk, and its shift counts it.'}
      </p>
      <CheckBox autoFocus isSelected={voucher} onChange={setVoucher}>
        The passenger agrees to a voucher instead of money
      </CheckBox>
    </SureDialog>
  );
}
