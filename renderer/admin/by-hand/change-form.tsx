import { type FormEvent, useState } from 'react';
import type { FlightSummary } from '../../../shared/methods/flights.ts';
import type { HandChange } from '../../../shared/methods/hand-changes.ts';
import { saysWhy } from '../../../shared/reason.ts';
import { Button } from '../../parts/button.tsx';
import { CheckBox } from '../../parts/check-box.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { Segments } from '../../parts/segments.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { AircraftFields, aircraftWrong } from './aircraft-fields.tsx';
import { useHand } from './hand-store.ts';
import { type LegTime, legTimeText, readLegTime } from './read-leg-time.ts';

type Kind = Exclude<HandChange['kind'], 'schedule'>;
const KINDS: readonly { readonly value: Kind; readonly text: string }[] = [
  { value: 'retime', text: 'Other times' },
  { value: 'aircraft', text: 'Another aircraft' },
  { value: 'cancel', text: 'Cancel' },
];
const TIME = 'A local time, such as 11:30, or 00:30+1 for the day after.';

/** Undefined when it is too many days from the date of the flight. */
const within = (time: LegTime | undefined, least: number, most: number): LegTime | undefined =>
  time && time.day >= least && time.day <= most ? time : undefined;

/** What a supervisor changes of a flight, and why. */
export function ChangeForm({ flight }: { flight: FlightSummary }) {
  const { refusal, busy, preview } = useHand();
  const { flightId } = flight;
  const leaves = legTimeText(flight.departsAt, flight.originZone, flight.date);
  const lands = legTimeText(flight.arrivesAt, flight.destinationZone, flight.date);
  const [kind, setKind] = useState<Kind>(flight.cancelled ? 'flyAgain' : 'retime');
  const [departs, setDeparts] = useState(leaves);
  const [arrives, setArrives] = useState('');
  const [aircraft, setAircraft] = useState({ equipment: flight.equipment, configuration: '' });
  const [allLegs, setAllLegs] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const left = within(readLegTime(departs), -1, 1);
  const landed = arrives.trim() === '' ? null : within(readLegTime(arrives), -2, 3);

  const change = (): HandChange | undefined => {
    if (kind === 'retime') {
      if (!left || landed === undefined) return undefined;
      return { kind, flightId, departs: left, arrives: landed };
    }
    if (kind === 'aircraft') return Object.keys(aircraftWrong(aircraft)).length > 0 ? undefined : { kind, flightId, ...aircraft };
    return kind === 'cancel' ? { kind, flightId, allLegs } : { kind, flightId };
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const asked = change();
    if (asked && saysWhy(reason)) void useHand.getState().ask({ change: asked, reason: reason.trim() });
  };

  return (
    <form className="hand-form" aria-label="What is changed" onSubmit={submit}>
      {flight.cancelled ? (
        <p>{flight.flight} is cancelled. It can fly again, as it was scheduled last.</p>
      ) : (
        <Segments label="Change" labelHidden value={kind} choices={KINDS} onChange={setKind} />
      )}
      {kind === 'retime' ? (
        <div className="hand-fields">
          <TextField
            label={`Leaves ${flight.origin}`}
            value={departs}
            maxLength={8}
            autoFocus
            hint={`now ${leaves}; 00:30+1 is the day after`}
            wrong={tried && !left ? TIME : undefined}
            onChange={setDeparts}
          />
          <TextField
            label={`Arrives ${flight.destination}`}
            value={arrives}
            maxLength={8}
            placeholder="as long on the way"
            hint={`now ${lands}`}
            wrong={tried && landed === undefined ? TIME : undefined}
            onChange={setArrives}
          />
        </div>
      ) : null}
      {kind === 'aircraft' ? <AircraftFields value={aircraft} tried={tried} onChange={setAircraft} /> : null}
      {kind === 'cancel' ? (
        <CheckBox isSelected={allLegs} onChange={setAllLegs}>
          All that {flight.flight} still flies on this day, not only {flight.origin} – {flight.destination}
        </CheckBox>
      ) : null}
      <ReasonField value={reason} tried={tried} autoFocus={flight.cancelled === true} onChange={setReason} />
      <RefusalLine refusal={preview ? null : refusal} />
      <div className="hand-foot">
        <Button type="submit" variant="go" kbd="Enter" isPending={busy}>
          Preview
        </Button>
      </div>
    </form>
  );
}
