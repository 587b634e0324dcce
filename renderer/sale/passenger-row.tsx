import type { SeatedType } from '../../shared/passengers.ts';
import { Button } from '../parts/button.tsx';
import { CheckBox } from '../parts/check-box.tsx';
import { Icon } from '../parts/icon.tsx';
import { EntryField } from './entry-field.tsx';
import { initialsOf } from './name-entry.ts';
import { type Field, type Passenger, type Sale, turnOf } from './sale.ts';
import { dispatch } from './sale-store.ts';

const CALLED: Readonly<Record<SeatedType, string>> = { ADT: 'Adult', CHD: 'Child', INS: 'Infant with seat' };

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
  const turn = picking && leg !== undefined && !seat && turnOf(sale, leg) === index;
  const called = `${CALLED[passenger.type]} ${index + 1}`;
  const change = (changed: Partial<Omit<Passenger, 'key' | 'type'>>) => dispatch({ do: 'changePassenger', index, change: changed });
  return (
    <>
      <tr className={turn ? 'turn' : undefined}>
        <td>
          <span className={seat ? 'mark seated' : 'mark'}>{initialsOf(passenger.name, index + 1)}</span>
        </td>
        <td>
          {picking ? (
            <span className="wishes">
              <span className="med">{passenger.name || called}</span>
              {passenger.type === 'ADT' ? (
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
              <EntryField
                stop={`name-${index}`}
                label={`Name of ${called.toLowerCase()}`}
                placeholder={passenger.type === 'ADT' ? 'SURNAME/GIVEN TITLE' : 'SURNAME/GIVEN'}
                value={passenger.name}
                problem={problems.get(`name-${index}`) ?? ''}
                onChange={(name) => change({ name })}
              />
              {passenger.type === 'ADT' ? null : (
                <EntryField
                  stop={`birth-${index}`}
                  label={`Birth date of ${called.toLowerCase()}`}
                  placeholder="12MAR18"
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
        <td className="str">{seat ?? <span className="t3">{turn ? 'next' : ''}</span>}</td>
        {picking ? (
          <td>
            {sale.party.length > 1 ? (
              <Button
                variant="quiet"
                className="take-out"
                aria-label={`Take out ${called.toLowerCase()}`}
                onPress={() => dispatch({ do: 'dropPassenger', index })}
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
              <EntryField
                stop={`infant-name-${index}`}
                label={`Name of the infant on the lap of ${called.toLowerCase()}`}
                placeholder="SURNAME/GIVEN"
                value={passenger.infantName}
                problem={problems.get(`infant-name-${index}`) ?? ''}
                onChange={(infantName) => change({ infantName })}
              />
              <EntryField
                stop={`infant-birth-${index}`}
                label={`Birth date of the infant on the lap of ${called.toLowerCase()}`}
                placeholder="12MAR25"
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
