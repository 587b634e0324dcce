import { useState } from 'react';
import { REASON_MAX } from '../../shared/bounds.ts';
import type { Unseated, WayOn } from '../../shared/methods/volunteers.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call, newRequestId } from '../client/client.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { CheckBox } from '../parts/check-box.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { type OversaleRoom, useOversale } from './oversale-store.ts';
import { lateText, money, UNKNOWN_WORDS } from './oversale-words.ts';

interface DenyDialogProps {
  room: OversaleRoom;
  who: Unseated;
  way: WayOn | undefined;
  onClose: () => void;
}

/** A supervisor denies boarding to a passenger without a seat, and says why. It cannot be taken back, so Ctrl Enter does it and Enter does not. */
export function DenyDialog({ room, who, way, onClose }: DenyDialogProps) {
  const { flightId, cabin } = room;
  const [reason, setReason] = useState('');
  const [voucher, setVoucher] = useState(false);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const owed = who.owed.find(({ wayId }) => wayId === (way?.flightId ?? null))?.owed;
  const deny = async () => {
    setTried(true);
    if (busy || reason.trim().length < 3) return;
    setBusy(true);
    const { bookingId, passenger } = who;
    const chosen = { bookingId, passenger, wayId: way?.flightId ?? null, voucher, reason: reason.trim() };
    const reply = await call('oversale.deny', { requestId: newRequestId(), flightId, cabin, ...chosen }, 'person');
    setBusy(false);
    await useOversale.getState().load();
    if (!reply.ok) {
      setRefusal(reply.refusal);
      return;
    }
    announce(`Boarding of ${who.name} is denied.`);
    onClose();
  };
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onClose={onClose}
      title={`Deny boarding to ${who.name}?`}
      foot={
        <>
          <Button variant="quiet" onPress={onClose}>
            Back
          </Button>
          <Button variant="danger" kbd="Ctrl Enter" isPending={busy} onPress={() => void deny()}>
            Deny boarding
          </Button>
        </>
      }
    >
      <form
        className="ov-form"
        aria-label="Denied boarding"
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !event.ctrlKey) return;
          event.preventDefault();
          void deny();
        }}
      >
        <p>
          {way
            ? `Travels on ${way.flight} instead, ${lateText(way.lateMs)} later, at the fare that was paid.`
            : 'No other flight is offered. The whole fare of this flight goes back.'}{' '}
          {owed?.known
            ? `Owed: ${money(owed.amount, owed.currency)}.`
            : owed
              ? `What is owed is not known: ${UNKNOWN_WORDS[owed.why]}.`
              : ''}
        </p>
        <TextField
          label="Reason"
          autoFocus
          value={reason}
          maxLength={REASON_MAX}
          wrong={tried && reason.trim().length < 3 ? 'Say why, in three letters or more.' : undefined}
          onChange={setReason}
        />
        {owed?.known && owed.amount > 0 ? (
          <CheckBox isSelected={voucher} onChange={setVoucher}>
            The passenger agrees to a voucher instead of money
          </CheckBox>
        ) : null}
        <RefusalLine refusal={refusal} />
      </form>
    </Dialog>
  );
}
