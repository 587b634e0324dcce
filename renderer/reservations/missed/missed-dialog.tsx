import './missed-dialog.css';
import { useState } from 'react';
import type { BookedLeg, BookingView } from '../../../shared/methods/booking-view.ts';
import type { LegNow } from '../../../shared/methods/leg-now.ts';
import { saysWhy } from '../../../shared/reason.ts';
import { localTime } from '../../format/times.ts';
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
  none: 'The booking is again as if nothing had been said.',
};
const WHOSE: Readonly<Record<Exclude<Fault, 'none'>, string>> = {
  passenger: 'Their own',
  carrier: "The carrier's, such as a late flight before it",
};

const AFTER_ALL: typeof WHOSE = { passenger: 'It was their own fault', carrier: 'It was the fault of the carrier' };
const SAID: typeof WHOSE = { passenger: 'missed by their own fault', carrier: 'missed by the fault of the carrier' };

/** What may be said of a flight: by whose fault it was missed. Where that is said already, what else is true comes first: that it was not. */
const choicesOf = ({ missed }: Pick<BookedLeg, 'missed'>): readonly { readonly value: Fault; readonly text: string }[] => [
  ...(missed ? [{ value: 'none' as const, text: 'It was not missed' }] : []),
  ...(['passenger', 'carrier'] as const)
    .filter((fault) => fault !== missed)
    .map((fault) => ({ value: fault, text: missed ? AFTER_ALL[fault] : WHOSE[fault] })),
];

/** `YQ 951, JFK to OGS, left 08:20` */
function flightText({ flight, origin, destination, departsAt, originZone }: BookedLeg, now: LegNow | undefined): string {
  const { departsAt: at, originZone: zone } = now ?? { departsAt, originZone };
  return `${flight}, ${origin} to ${destination}, ${at <= serverNow() ? 'left' : 'leaves'} ${localTime(at, zone)}`;
}

function MissedForm({ booking }: { booking: BookingView }) {
  const scheduled = useBooking((state) => state.scheduled);
  const { say, close, sending, refusal } = useMissed();
  const legs = missableLegs(booking, scheduled, serverNow());
  const [segment, setSegment] = useState((legs.find(({ missed }) => !missed) ?? legs[0])?.segment);
  const leg = legs.find((one) => one.segment === segment);
  const faults = leg ? choicesOf(leg) : [];
  const [chosen, setChosen] = useState<Fault>();
  // What was chosen for one flight may be said of another already.
  const fault = faults.find(({ value }) => value === chosen)?.value ?? faults[0]?.value ?? 'none';
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (leg && saysWhy(reason)) void say(booking, leg, fault, reason.trim());
  };
  return (
    <Dialog
      isOpen
      onClose={close}
      title={leg?.missed ? `Did ${booking.locator} miss ${leg.flight}?` : `Did ${booking.locator} miss a flight?`}
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
            value={String(segment)}
            choices={legs.map((one) => ({ value: String(one.segment), text: one.flight, more: `${one.origin} to ${one.destination}` }))}
            onChange={(value) => setSegment(Number(value))}
          />
        ) : null}
        {leg ? <p>{flightText(leg, scheduled?.[booking.legs.indexOf(leg)])}</p> : null}
        {leg?.missed ? <p className="t2">Said so far: {SAID[leg.missed]}.</p> : null}
        <SelectField label={leg?.missed ? 'What is true' : 'Whose fault'} value={fault} choices={faults} onChange={setChosen} autoFocus />
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
