import { type FormEvent, useState } from 'react';
import { readMoney } from '../../shared/money.ts';
import { call, newRequestId } from '../client/client.ts';
import { localTime } from '../format/times.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { type OversaleRoom, thenLoaded } from './oversale-store.ts';
import { lateText, money } from './oversale-words.ts';

/** Asks the next passenger in the order, or another one, to give a seat up: for which voucher, and for which other flight. */
export function AskDialog({ room, onClose }: { room: OversaleRoom; onClose: () => void }) {
  const { candidates, ways, currency, flightId, cabin, originZone } = room;
  const [who, setWho] = useState('0');
  const [wayId, setWay] = useState(String(ways[0]?.flightId ?? ''));
  const [amount, setAmount] = useState(lastAmount(room));
  const [tried, setTried] = useState(false);
  const { sending, refusal, send } = useSending();
  const asked = candidates[Number(who)];
  const offered = readMoney(amount, currency);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (offered === undefined || !asked || wayId === '') return;
    const { bookingId, passenger } = asked;
    const input = { requestId: newRequestId(), flightId, cabin, bookingId, passenger, amount: offered, wayId: Number(wayId) };
    if (!(await send(() => thenLoaded(call('oversale.ask', input, 'person'))))) return;
    announce(`${asked.name} is asked.`);
    onClose();
  };
  if (!asked || ways.length === 0) {
    return (
      <Dialog isOpen onClose={onClose} title="Ask a passenger">
        <p>
          {asked
            ? `No other flight to ${room.destination} has a free seat within two days, so there is nothing to offer.`
            : 'Everybody who could give a seat up was asked.'}
        </p>
      </Dialog>
    );
  }
  return (
    <Dialog isOpen onClose={onClose} title={`Ask ${asked.name}, ${asked.seat}`}>
      <form className="ov-form" onSubmit={(event) => void submit(event)}>
        <TextField
          label={`Voucher in ${currency}`}
          autoFocus
          value={amount}
          onChange={setAmount}
          wrong={tried && offered === undefined ? 'Type an amount, like 200 or 200.00.' : undefined}
        />
        <SelectField
          label="Other flight"
          value={wayId}
          choices={ways.map((way) => ({
            value: String(way.flightId),
            text: `${way.flight} ${localTime(way.departsAt, originZone)}`,
            more: `${lateText(way.lateMs)}, ${way.free} left${way.own ? '' : `, costs ${money(way.fare, way.currency)}`}`,
          }))}
          onChange={setWay}
        />
        <SelectField
          label="Passenger"
          value={who}
          choices={candidates.map((one, at) => ({
            value: String(at),
            text: `${one.seat} ${one.name}`,
            more: `${money(one.fare, currency)}${one.party > 1 ? `, one of ${one.party}` : ''}${one.connects ? ', connects' : ''}`,
          }))}
          onChange={setWho}
        />
        <p className="s12 t2">
          Order: who ends the journey here, then who travels alone, paid less, booked last. Out of a party the passenger gets a booking
          alone.
        </p>
        <RefusalLine refusal={refusal} />
        <Button type="submit" variant="go" kbd="Enter" isPending={sending}>
          Asked
        </Button>
      </form>
    </Dialog>
  );
}

/** What was offered last, because most are offered the same. */
function lastAmount({ volunteers }: OversaleRoom): string {
  const last = volunteers.at(-1);
  return last ? (money(last.amount, last.currency).split(' ')[0] ?? '') : '';
}
