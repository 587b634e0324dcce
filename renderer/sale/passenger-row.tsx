import { seatSaid } from '../../shared/open-seat.ts';
import { passengerCalled } from '../../shared/passengers.ts';
import { Button } from '../parts/button.tsx';
import { CheckBox } from '../parts/check-box.tsx';
import { Icon } from '../parts/icon.tsx';
import { birthExample } from './birth-date.ts';
import { EntryField } from './entry-field.tsx';
import type { Field } from './fields-of.ts';
import { lookForKept } from './kept-customers.ts';
import { KeptOffer } from './kept-offer.tsx';
import { initialsOf } from './name-entry.ts';
import { NameFields } from './name-fields.tsx';
import { type Passenger, type Sale, turnOf } from './sale.ts';
import { deskToday } from './sale-fields.ts';
import { dispatch } from './sale-store.ts';
import { dropPassenger } from './undo-picks.ts';

interface PassengerRowProps {
  sale: Sale;
  passenger: Passenger;
  index: number;
  problems: ReadonlyMap<Field, string>;
}

export function PassengerRow({ sale, passenger, index, problems }: PassengerRowProps) {
  const leg = sale.legs[sale.active];
  const seat = leg?.seats[index];
  const picking = sale.stage === 'seats';
  // The infant on this lap has a row of its own, because it sits on a later flight.
  const carriesFirst = sale.party.some(({ seatFrom }) => seatFrom?.with === index);
  const onLap = leg !== undefined && index >= leg.seats.length;
  const turn = picking && leg !== undefined && !seat && turnOf(sale, leg) === index;
  const called = passengerCalled(passenger.type, index);
  const change = (changed: Partial<Omit<Passenger, 'key' | 'type'>>) => dispatch({ do: 'changePassenger', index, change: changed });
  return (
    <>
      <tr className={turn ? 'turn' : undefined}>
        <td>
          <span className={seat ? 'mark seated' : 'mark'}>{initialsOf(passenger.name, index + 1, passenger.host)}</span>
        </td>
        <td>
          {picking ? (
            <span className="wishes">
              <span className="med">{passenger.name || called}</span>
              {passenger.type === 'ADT' && !carriesFirst ? (
                <CheckBox
                  isSelected={passenger.infant}
                  onChange={(infant) => change({ infant })}
                  aria-label={`${called}: infant on the lap`}
                >
                  lap infant
                </CheckBox>
              ) : null}
              <CheckBox
                isSelected={passenger.assistance}
                onChange={(assistance) => change({ assistance })}
                aria-label={`${called}: needs assistance`}
              >
                assist
              </CheckBox>
            </span>
          ) : (
            <span className="entries">
              <NameFields
                stops={{ name: `name-${index}`, host: `host-${index}` }}
                of={called.toLowerCase()}
                titled={passenger.type === 'ADT'}
                name={passenger.name}
                host={passenger.host}
                problems={problems}
                onChange={(typed) => {
                  if (typed.name !== undefined) lookForKept(passenger.key, typed.name);
                  // Another name is another person than the record’s.
                  change(typed.name === undefined ? typed : { ...typed, customer: undefined });
                }}
                below={<KeptOffer passenger={passenger} called={called.toLowerCase()} />}
              />
              {passenger.type === 'ADT' ? null : (
                <EntryField
                  stop={`birth-${index}`}
                  label={`Birth date of ${called.toLowerCase()}`}
                  placeholder={birthExample(passenger.type === 'CHD' ? 'child' : 'infant', deskToday())}
                  className="birth"
                  value={passenger.birthDate}
                  problem={problems.get(`birth-${index}`) ?? ''}
                  onChange={(birthDate) => change({ birthDate })}
                />
              )}
            </span>
          )}
        </td>
        <td>{passenger.type}</td>
        <td className="str">{seat ? seatSaid(seat) : <span className="t3">{onLap ? 'lap' : turn ? 'next' : ''}</span>}</td>
        {picking ? (
          <td>
            {sale.party.length > 1 ? (
              <Button
                variant="quiet"
                className="take-out"
                aria-label={`Take out ${called.toLowerCase()}`}
                onPress={() => dropPassenger(index, called)}
              >
                <Icon name="cross" size={14} />
              </Button>
            ) : null}
          </td>
        ) : null}
      </tr>
      {passenger.infant && !picking ? (
        <tr>
          <td />
          <td>
            <span className="entries">
              <NameFields
                stops={{ name: `infant-name-${index}`, host: `infant-host-${index}` }}
                of={`the infant on the lap of ${called.toLowerCase()}`}
                titled={false}
                name={passenger.infantName}
                host={passenger.infantHost}
                problems={problems}
                onChange={({ name, host }) =>
                  change({ ...(name === undefined ? {} : { infantName: name }), ...(host === undefined ? {} : { infantHost: host }) })
                }
              />
              <EntryField
                stop={`infant-birth-${index}`}
                label={`Birth date of the infant on the lap of ${called.toLowerCase()}`}
                placeholder={birthExample('infant', deskToday())}
                className="birth"
                value={passenger.infantBirthDate}
                problem={problems.get(`infant-birth-${index}`) ?? ''}
                onChange={(infantBirthDate) => change({ infantBirthDate })}
              />
            </span>
          </td>
          <td>INF</td>
          <td className="t3">lap</td>
        </tr>
      ) : null}
    </>
  );
}
