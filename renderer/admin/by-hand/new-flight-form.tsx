import { type FormEvent, useState } from 'react';
import { saysWhy } from '../../../shared/reason.ts';
import { Button } from '../../parts/button.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { today } from '../../stores/today.ts';
import { AircraftFields } from './aircraft-fields.tsx';
import { useHand } from './hand-store.ts';
import { BLANK, readNewFlight, type TypedFlight } from './read-new-flight.ts';

interface Described {
  readonly name: keyof TypedFlight;
  readonly label: string;
  readonly placeholder: string;
  readonly hint?: string;
  /** Letters are capitals. */
  readonly upper?: true;
  readonly most?: number;
}

const FLIGHT: readonly Described[] = [
  { name: 'flight', label: 'Flight', placeholder: 'AA 185', hint: 'a second one: AA 185A', upper: true },
  { name: 'origin', label: 'From', placeholder: 'JFK', upper: true },
  { name: 'destination', label: 'To', placeholder: 'LAX', upper: true },
];
const DAYS: readonly Described[] = [
  { name: 'from', label: 'First day', placeholder: '24NOV', upper: true },
  { name: 'to', label: 'Last day', placeholder: 'that day alone', upper: true },
  { name: 'days', label: 'Weekdays', placeholder: 'every day', hint: '1 Monday to 7' },
];
const TIMES: readonly Described[] = [
  { name: 'departs', label: 'Leaves, local', placeholder: '11:30' },
  { name: 'arrives', label: 'Arrives, local', placeholder: '14:40', hint: '06:40+1 is the day after' },
];
const FARE: readonly Described[] = [
  { name: 'fare', label: 'Economy fare', placeholder: 'by distance' },
  { name: 'currency', label: 'Currency', placeholder: 'USD', upper: true },
];

const OTHERS: readonly Described[] = [
  {
    ...{ name: 'soldAs', label: 'Also sold as', placeholder: 'LH 9123, UA 4455', upper: true, most: 200 },
    hint: 'numbers of other carriers, on the same seats',
  },
];

/** A flight that is new in the schedule, and why. */
export function NewFlightForm() {
  const { refusal, busy, preview } = useHand();
  const [typed, setTyped] = useState<TypedFlight>(BLANK);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const read = readNewFlight(typed, today('UTC'));
  const wrong = tried && 'wrong' in read ? read.wrong : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!('wrong' in read) && saysWhy(reason)) void useHand.getState().ask({ change: read, reason: reason.trim() });
  };
  const fields = (described: readonly Described[]) => (
    <div className="hand-fields">
      {described.map(({ name, label, placeholder, hint, upper, most = 20 }) => (
        <TextField
          key={name}
          {...{ label, placeholder }}
          {...(hint ? { hint } : {})}
          value={typed[name]}
          maxLength={most}
          autoFocus={name === 'flight'}
          wrong={wrong[name]}
          onChange={(text) => setTyped({ ...typed, [name]: upper ? text.toUpperCase() : text })}
        />
      ))}
    </div>
  );
  return (
    <form className="hand-form" aria-label="The flight" onSubmit={submit}>
      {fields(FLIGHT)}
      {fields(DAYS)}
      {fields(TIMES)}
      <AircraftFields value={typed} tried={tried} onChange={(aircraft) => setTyped({ ...typed, ...aircraft })} />
      {fields(FARE)}
      {fields(OTHERS)}
      <ReasonField value={reason} tried={tried} onChange={setReason} />
      <RefusalLine refusal={preview ? null : refusal} />
      <div className="hand-foot">
        <Button type="submit" variant="go" kbd="Enter" isPending={busy}>
          Preview
        </Button>
      </div>
    </form>
  );
}
