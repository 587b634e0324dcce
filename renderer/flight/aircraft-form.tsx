import { type FormEvent, useState } from 'react';
import { GATE } from '../../shared/gate.ts';
import { saysWhy } from '../../shared/reason.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { TAIL } from '../../shared/tail.ts';
import { call, newRequestId } from '../client/client.ts';
import { countText } from '../format/count-text.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { ReasonField } from '../parts/reason-field.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import type { SeatMapAnswer } from '../seats/seat-events.ts';
import { KILOGRAMS_WRONG, readKilograms, roomText } from '../seats/weight-words.ts';
import './aircraft-form.css';

/** Gives a flight an aircraft, a gate and a weight limit. What is left empty it has not. */
export function AircraftForm({ answer: { flight, aircraft }, onDone }: { answer: SeatMapAnswer; onDone: () => void }) {
  const [tail, setTail] = useState(aircraft?.tail ?? '');
  const [gate, setGate] = useState(aircraft?.gate ?? '');
  const [limit, setLimit] = useState(aircraft?.ownLimit ? countText(aircraft.ownLimit) : '');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const ownLimit = readKilograms(limit);
  const tailWrong = tail === '' || TAIL.test(tail) ? undefined : 'A registration has 2 to 10 letters, digits or -.';
  const gateWrong = GATE.test(gate) ? undefined : 'A gate has at most 5 letters or digits.';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (tailWrong || gateWrong || ownLimit === undefined || !saysWhy(reason) || sending) return;
    setSending(true);
    setRefusal(null);
    const input = { requestId: newRequestId(), flightId: flight.flightId, tail: tail || null, gate, ownLimit, reason: reason.trim() };
    const reply = await call('aircraft.assign', input, 'person');
    setSending(false);
    if (!reply.ok) {
      setRefusal(reply.refusal);
      return;
    }
    announce([`${flight.flight}: ${tail || 'no aircraft'}`, gate && `gate ${gate}`].filter(Boolean).join(', '));
    onDone();
  };

  return (
    <form className="aircraft-form" aria-label="What the flight has" onSubmit={(event) => void submit(event)}>
      <div className="aircraft-fields">
        <TextField
          label="Registration"
          placeholder="N123AA"
          value={tail}
          maxLength={10}
          autoFocus
          hint={`of type ${flight.equipment}`}
          wrong={tried ? tailWrong : undefined}
          onChange={(text) => setTail(text.toUpperCase())}
        />
        <TextField
          label="Gate"
          placeholder="B4"
          value={gate}
          maxLength={5}
          wrong={tried ? gateWrong : undefined}
          onChange={(text) => setGate(text.toUpperCase())}
        />
        <TextField
          label="Weight limit"
          placeholder="that of the aircraft"
          value={limit}
          maxLength={8}
          hint="kg on this flight alone"
          wrong={tried && ownLimit === undefined ? KILOGRAMS_WRONG : undefined}
          onChange={setLimit}
        />
      </div>
      {aircraft?.weight ? (
        <p className="t2">
          {countText(aircraft.weight.taken)} of {countText(aircraft.weight.limit)} kg are taken: {roomText(aircraft.weight)}.
        </p>
      ) : null}
      <ReasonField value={reason} tried={tried} onChange={setReason} />
      <RefusalLine refusal={refusal} />
      <div className="aircraft-foot">
        <Button type="submit" variant="go" kbd="Enter" isPending={sending}>
          Take
        </Button>
      </div>
    </form>
  );
}
