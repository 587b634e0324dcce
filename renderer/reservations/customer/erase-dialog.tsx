import { useState } from 'react';
import type { Refusal } from '../../../shared/refusals.ts';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { useCustomerPage } from './customer-store.ts';

/** Asks before a record is erased, because nothing brings it back. */
export function EraseDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [erasing, setErasing] = useState(false);
  const erase = async () => {
    if (erasing) return;
    setErasing(true);
    const refused = await useCustomerPage.getState().erase();
    setErasing(false);
    setRefusal(refused);
    if (refused) return;
    announce(useCustomerPage.getState().done);
    onClose();
  };
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onClose={onClose}
      title={`Erase the record of ${name}?`}
      foot={
        <>
          <Button variant="quiet" autoFocus onPress={onClose}>
            Keep it
          </Button>
          <Button variant="danger" isPending={erasing} onPress={() => void erase()}>
            Erase
          </Button>
        </>
      }
    >
      <p>
        It cannot be taken back. Bookings stay, with names and money. Those whose flights left more than 30 days ago lose contact and birth
        date. Backups keep the record until they rotate out.
      </p>
      <RefusalLine refusal={refusal} />
    </Dialog>
  );
}
