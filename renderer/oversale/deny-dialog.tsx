import { useState } from 'react';
import type { Unseated, WayOn } from '../../shared/methods/volunteers.ts';
import { saysWhy } from '../../shared/reason.ts';
import { call, newRequestId } from '../client/client.ts';
import { announce } from '../parts/announcer.tsx';
import { CheckBox } from '../parts/check-box.tsx';
import { ReasonField } from '../parts/reason-field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { type OversaleRoom, thenLoaded } from './oversale-store.ts';
import { exceptWords, lateText, money, UNKNOWN_WORDS } from './oversale-words.ts';
import { SureDialog } from './sure-dialog.tsx';

interface DenyDialogProps {
  room: OversaleRoom;
  who: Unseated;
  way: WayOn | undefined;
  onClose: () => void;
}

/** A supervisor denies boarding to a passenger without a seat, and says why. */
export function DenyDialog({ room, who, way, onClose }: DenyDialogProps) {
  const { flightId, cabin } = room;
  const [reason, setReason] = useState('');
  const [voucher, setVoucher] = useState(false);
  const [tried, setTried] = useState(false);
  const { sending, refusal, send } = useSending();
  const owed = who.owed.find(({ wayId }) => wayId === (way?.flightId ?? null))?.owed;
  const deny = async () => {
    setTried(true);
    if (!saysWhy(reason)) return;
    const { bookingId, passenger } = who;
    const chosen = { bookingId, passenger, wayId: way?.flightId ?? null, voucher, reason: reason.trim() };
    const input = { requestId: newRequestId(), flightId, cabin, ...chosen };
    if (!(await send(() => thenLoaded(call('oversale.deny', input, 'person'))))) return;
    announce(`Boarding of ${who.name} is denied.`);
    onClose();
  };
  return (
    <SureDialog
      {...{ title: `Deny boarding to ${who.name}?`, label: 'Denied boarding', variant: 'danger', sending, refusal, onClose }}
      does="Deny boarding"
      onDo={() => void deny()}
    >
      <p>
        {way
          ? `Travels on ${way.flight} instead, which arrives ${lateText(way.lateMs)}, at the fare that was paid.`
          : 'No other flight is offered. The whole fare of this flight goes back.'}{' '}
        {owed?.known ? `Owed: ${money(owed.amount, owed.currency)}.` : owed ? `What is owed is not known: ${UNKNOWN_WORDS[owed.why]}.` : ''}{' '}
        {exceptWords(room.rule, who.cause)}
      </p>
      <ReasonField autoFocus value={reason} tried={tried} onChange={setReason} />
      {owed?.known && owed.amount > 0 ? (
        <CheckBox isSelected={voucher} onChange={setVoucher}>
          The passenger agrees to a voucher instead of money
        </CheckBox>
      ) : null}
    </SureDialog>
  );
}
