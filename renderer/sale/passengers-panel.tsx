import { useEffect, useRef } from 'react';
import { PARTY_MAX } from '../../shared/bounds.ts';
import { SEATED_TYPES } from '../../shared/passengers.ts';
import { FIRST, LETTERS_ACT } from '../keys/key-place.ts';
import { Button } from '../parts/button.tsx';
import { CheckBox } from '../parts/check-box.tsx';
import { KeyHint, KeyHints } from '../parts/key-hint.tsx';
import { MessageWishesFields } from '../parts/message-wishes-fields.tsx';
import { TextField } from '../parts/text-field.tsx';
import { LastChanges } from '../seats/last-changes.tsx';
import { EntryField } from './entry-field.tsx';
import { fieldsOf } from './fields-of.ts';
import { InfantSeat } from './infant-seat.tsx';
import { KeepRecords } from './keep-records.tsx';
import { MinorYes } from './minor-yes.tsx';
import { PassengerRow } from './passenger-row.tsx';
import { askedByOf, isUnaccompanied, type Sale } from './sale.ts';
import { deskToday } from './sale-fields.ts';
import { dispatch } from './sale-store.ts';
import { useExitSeats } from './use-exit-seats.ts';
import './passengers-panel.css';

interface PassengersPanelProps {
  sale: Sale;
  flightId: number;
  listed: boolean;
  onList: () => void;
}

/** Who travels and where they sit; once the seats are held, what they are called and how to reach them. */
export function PassengersPanel({ sale, flightId, listed, onList }: PassengersPanelProps) {
  const exits = useExitSeats(sale);
  const problems = new Map(fieldsOf(sale, deskToday()).map(({ field, problem }) => [field, problem]));
  const picking = sale.stage === 'seats';
  // Asked for the spoken confirmation, the agent is taken to the box: Space, then Enter again.
  const asked = sale.refusal?.code === 'EXIT_ROW_UNCONFIRMED';
  const exitRow = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked) exitRow.current?.querySelector('input')?.focus();
  }, [asked]);
  const full = sale.party.length >= PARTY_MAX;
  return (
    <section aria-label="Passengers" className="sale-column passengers" {...LETTERS_ACT} {...(picking ? {} : FIRST)}>
      <div className="panel-h">
        <h2>Passengers</h2>
        <span className="s12 t3 cut" title={partyText(sale)}>
          {partyText(sale)}
        </span>
        {picking && full ? (
          <span className="push s12 t3">{PARTY_MAX} at most</span>
        ) : picking ? (
          <KeyHints>
            <Button variant="quiet" kbd="A" onPress={() => dispatch({ do: 'addPassenger', type: 'ADT' })}>
              Adult
            </Button>
            <Button variant="quiet" kbd="Shift A" onPress={() => dispatch({ do: 'addPassenger', type: 'CHD' })}>
              Child
            </Button>
            <Button
              variant="quiet"
              title="Infant in a seat of its own"
              kbd="Shift I"
              onPress={() => dispatch({ do: 'addPassenger', type: 'INS' })}
            >
              Infant
            </Button>
          </KeyHints>
        ) : (
          <KeyHints>
            <KeyHint keys={['Enter']}>next field</KeyHint>
          </KeyHints>
        )}
      </div>
      <div className="passenger-scroll">
        <table className="grid-table passenger-table">
          <thead>
            <tr>
              <th style={{ width: 34 }}>
                <span className="aside">Mark on the seat</span>
              </th>
              <th>{picking ? 'Passenger' : 'Name'}</th>
              <th style={{ width: 38 }}>Type</th>
              <th style={{ width: 40 }}>Seat</th>
              {picking ? (
                <th style={{ width: 30 }}>
                  <span className="aside">Take out</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {sale.party.map((passenger, index) => (
              <PassengerRow key={passenger.key} sale={sale} passenger={passenger} index={index} problems={problems} />
            ))}
          </tbody>
        </table>
        {exits.length > 0 && picking ? (
          <div className="exit-row" ref={exitRow}>
            <CheckBox isSelected={sale.exitRowConfirmed} onChange={(on) => dispatch({ do: 'confirmExitRow', on })}>
              Said aloud: willing and able to help at the exit ({exits.join(' ')})
            </CheckBox>
          </div>
        ) : null}
        {sale.stage === 'details' ? <KeepRecords sale={sale} /> : null}
        <LastChanges flightId={flightId} />
      </div>
      {picking ? (
        <div className="acts">
          <Button kbd="L" onPress={onList} aria-pressed={listed}>
            {listed ? 'Seat plan' : 'List view'}
          </Button>
        </div>
      ) : null}
      {sale.stage === 'details' ? <InfantSeat sale={sale} /> : null}
      {sale.stage === 'details' && isUnaccompanied(sale) ? <MinorYes sale={sale} /> : null}
      {sale.stage === 'details' ? (
        <div className="contact">
          <EntryField
            stop="contact"
            label="Phone or e-mail"
            labelShown
            placeholder="+1 212 555 0148"
            value={sale.contact}
            problem={problems.get('contact') ?? ''}
            onChange={(contact) => dispatch({ do: 'write', contact })}
          />
          {isUnaccompanied(sale) ? (
            <EntryField
              stop="asked-by"
              label="Requested by"
              labelShown
              placeholder="who brings them"
              value={askedByOf(sale)}
              problem={problems.get('asked-by') ?? ''}
              onChange={(askedBy) => dispatch({ do: 'write', askedBy })}
            />
          ) : (
            <TextField label="Requested by" value={askedByOf(sale)} onChange={(askedBy) => dispatch({ do: 'write', askedBy })} />
          )}
          <MessageWishesFields wishes={sale.messages} onChange={(messages) => dispatch({ do: 'write', messages })} />
        </div>
      ) : null}
    </section>
  );
}

function partyText(sale: Sale): string {
  const counts = SEATED_TYPES.map((type) => [sale.party.filter((each) => each.type === type).length, type] as const);
  const laps = sale.party.filter((each) => each.infant).length;
  return [...counts, [laps, 'INF'] as const]
    .filter(([count]) => count > 0)
    .map(([count, type]) => `${count} ${type}`)
    .join(', ');
}
