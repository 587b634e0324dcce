import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { passengerCalled } from '../../../shared/passengers.ts';
import { ACTION_ROW } from '../../keys/key-place.ts';
import { useDeeds } from '../../keys/use-keys.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { birthExample, readBirthDate } from '../../sale/birth-date.ts';
import { readName } from '../../sale/name-entry.ts';
import { passengerOf } from '../../sale/passenger-of.ts';
import type { Passenger } from '../../sale/sale.ts';
import { deskToday } from '../../sale/sale-fields.ts';
import { goOn } from './ask-offer.ts';
import { changeJoins } from './begin-change.ts';
import { useChange } from './change-store.ts';

/** What is typed of somebody who comes. The offer was asked for other names. */
const write = (key: number, change: Partial<Passenger>): void =>
  useChange.setState(({ joins }) => ({
    ...{ offer: null, refusal: null, note: '' },
    joins: joins.map((join) => (join.key === key ? { ...join, ...change } : join)),
  }));

/** The last adult with a free lap gets an infant on it. */
function withInfant(joins: readonly Passenger[]): readonly Passenger[] {
  const carrier = joins.findLast(({ type, infant }) => type === 'ADT' && !infant);
  return joins.map((join) => (join === carrier ? { ...join, infant: true } : join));
}

interface NameProps {
  label: string;
  name: string;
  host: string;
  onName: (name: string) => void;
  onHost: (host: string) => void;
}

function Name({ label, name, host, onName, onHost }: NameProps) {
  const read = readName(name, host);
  return (
    <>
      <TextField label={label} value={name} onChange={onName} wrong={name !== '' && !read.ok ? read.problem : undefined} />
      {read.ok && read.asksHost ? (
        <TextField
          label="Host form, in A to Z"
          value={host}
          onChange={onHost}
          wrong={host === '' ? undefined : read.hostProblem || undefined}
        />
      ) : null}
    </>
  );
}

function Born({ label, value, of, onChange }: { label: string; value: string; of: 'infant' | 'child'; onChange: (text: string) => void }) {
  const today = deskToday();
  const wrong = value !== '' && !readBirthDate(value, today);
  return (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      placeholder={birthExample(of, today)}
      wrong={wrong ? 'Write the birth date as 12MAR18' : undefined}
    />
  );
}

/** Who comes to the party of a sold booking: names, and seats on all of its flights. */
export function AddChoice({ booking }: { booking: BookingView }) {
  const joins = useChange((state) => state.joins);
  const hold = useChange((state) => state.hold);
  const more = (change: (joins: readonly Passenger[]) => readonly Passenger[]) => () => changeJoins(booking, change);
  const adult = more((now) => [...now, passengerOf('ADT')]);
  const child = more((now) => [...now, passengerOf('CHD')]);
  const infant = more(withInfant);
  useDeeds('booking', { A: adult, 'Shift A': child, I: infant });
  const { length: flights } = booking.legs;
  return (
    <form
      className="ch-part ch-fields"
      aria-labelledby="ch-add"
      noValidate
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.ctrlKey || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        void goOn(booking);
      }}
    >
      <div className="panel-h">
        <h2 id="ch-add">Who comes</h2>
        <span className="s12 t3">SURNAME/GIVEN TITLE</span>
      </div>
      {joins.map(({ key, type, infant: lap, name, host, birthDate, infantName, infantHost, infantBirthDate }, at) => (
        <div key={key} className="ch-name">
          <Name
            label={`Name, ${passengerCalled(type, at).toLowerCase()}`}
            {...{ name, host }}
            onName={(text) => write(key, { name: text })}
            onHost={(text) => write(key, { host: text })}
          />
          {type === 'ADT' ? null : (
            <Born
              label={`Birth date, ${passengerCalled(type, at).toLowerCase()}`}
              value={birthDate}
              of="child"
              onChange={(text) => write(key, { birthDate: text })}
            />
          )}
          {lap ? (
            <>
              <Name
                label={`Name, ${passengerCalled('INF', at).toLowerCase()}`}
                name={infantName}
                host={infantHost}
                onName={(text) => write(key, { infantName: text })}
                onHost={(text) => write(key, { infantHost: text })}
              />
              <Born
                label={`Birth date, ${passengerCalled('INF', at).toLowerCase()}`}
                value={infantBirthDate}
                of="infant"
                onChange={(text) => write(key, { infantBirthDate: text })}
              />
            </>
          ) : null}
          {joins.length > 1 && !hold ? (
            <p>
              <Button variant="quiet" onPress={more((now) => now.filter((join) => join.key !== key))}>
                Without {passengerCalled(type, at).toLowerCase()}
              </Button>
            </p>
          ) : null}
        </div>
      ))}
      <p className="ch-more" {...ACTION_ROW}>
        <Button kbd="A" isDisabled={hold !== null} onPress={adult}>
          Adult
        </Button>
        <Button kbd="Shift A" isDisabled={hold !== null} onPress={child}>
          Child
        </Button>
        <Button kbd="I" isDisabled={hold !== null} onPress={infant}>
          Infant
        </Button>
      </p>
      <p className="s12 t3">
        They travel on {flights === 1 ? 'its flight' : `all ${flights} flights`} in the cabin of the booking, at the price of now and
        without a promotion. Everybody else keeps seats and fares.
      </p>
    </form>
  );
}
