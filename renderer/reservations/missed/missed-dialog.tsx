import './missed-dialog.css';
import { useState } from 'react';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { saysWhy } from '../../../shared/reason.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { serverNow } from '../../stores/clock-store.ts';
import { useBooking } from '../booking-store.ts';
import { missableLegs } from './missable-legs.ts';
import { type Fault, useMissed } from './missed-store.ts';

/** What follows from it, before it is said. */
const MEANS: Readonly<Record<Fault, string>> = {
  carrier: 'Other flights are given for nothing, or all of its price goes back. O then asks for three ways on.',
  passenger: 'The ticket keeps its value. O then asks for three ways on, each at the fee and the fare of its rules.',
  none: 'The booking is as if nothing had been said.',
};
const FAULTS: readonly { readonly value: Fault; readonly text: string }[] = [
  { value: 'passenger', text: 'Their own' },
  { value: 'carrier', text: "The carrier's, such as a late flight before it" },
];

function MissedForm({ booking }: { booking: BookingView }) {
  const scheduled = useBooking((state) => state.scheduled);
  const { say, close, sending, refusal } = useMissed();
  const legs = missableLegs(booking, scheduled, serverNow());
  const asked = legs.find(({ missed }) => !missed) ?? legs[0];
  const [segment, setSegment] = useState(String(asked?.segment ?? ''));
  const leg = legs.find((one) => String(one.segment) === segment);
  const [fault, setFault] = useState<Fault>(asked?.missed ? 'none' : 'passenger');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const faults = leg?.missed ? [...FAULTS, { value: 'none' as const, text: 'It was not missed' }] : FAULTS;
  const send = () => {
    setTried(true);
    if (leg && saysWhy(reason)) void say(booking, leg, fault, reason.trim());
  };
  return (
    <Dialog
      isOpen
      onClose={close}
      title={`Did ${booking.locator} miss a flight?`}
      foot={
        <>
          <Button variant="quiet" onPress={close}>
            Leave it
          </Button>
          <Button variant="go" isPending={sending} onPress={send}>
            Say so
          </Button>
        </>
      }
    >
      <form
        className="rv-missed"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {legs.length > 1 ? (
          <SelectField
            label="Flight"
            value={segment}
            choices={legs.map((one) => ({ value: String(one.segment), text: one.flight, more: `${one.origin} to ${one.destination}` }))}
            onChange={setSegment}
          />
        ) : (
          <p>
            {leg?.flight}, {leg?.origin} to {leg?.destination}
          </p>
        )}
        <SelectField label="Whose fault" value={fault} choices={faults} onChange={setFault} autoFocus />
        <ReasonField value={reason} onChange={setReason} tried={tried} />
        <p className="t2">{MEANS[fault]}</p>
        <RefusalLine refusal={refusal} />
      </form>
    </Dialog>
  );
}

/** Asks by whose fault a flight was missed, because that decides what another one costs. */
export function MissedDialog({ booking }: { booking: BookingView }) {
  const isOpen = useMissed(({ bookingId }) => bookingId === booking.bookingId);
  return isOpen ? <MissedForm booking={booking} /> : null;
}
