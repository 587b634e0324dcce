import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { passengerCalled } from '../../../shared/passengers.ts';
import { ACTION_ROW } from '../../keys/key-place.ts';
import { useDeeds } from '../../keys/use-keys.ts';
import { Button } from '../../parts/button.tsx';
import { passengerOf } from '../../sale/passenger-of.ts';
import type { Passenger } from '../../sale/sale.ts';
import { changeJoins } from './begin-change.ts';
import { useChange } from './change-store.ts';
import { ChoiceForm } from './choice-form.tsx';
import { Born, InfantFields, JoinName, writeJoin } from './join-fields.tsx';

/** The last adult with a free lap gets an infant on it. */
function withInfant(joins: readonly Passenger[]): readonly Passenger[] {
  const carrier = joins.findLast(({ type, infant }) => type === 'ADT' && !infant);
  return joins.map((join) => (join === carrier ? { ...join, infant: true } : join));
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
    <ChoiceForm booking={booking} id="ch-add" title="Who comes" hint="SURNAME/GIVEN TITLE">
      {joins.map((join, at) => {
        const { key, type, name, host, birthDate } = join;
        return (
          <div key={key} className="ch-name">
            <JoinName
              label={`Name, ${passengerCalled(type, at).toLowerCase()}`}
              {...{ name, host }}
              onName={(text) => writeJoin(key, { name: text })}
              onHost={(text) => writeJoin(key, { host: text })}
            />
            {type === 'ADT' ? null : (
              <Born
                label={`Birth date, ${passengerCalled(type, at).toLowerCase()}`}
                value={birthDate}
                of="child"
                onChange={(text) => writeJoin(key, { birthDate: text })}
              />
            )}
            {join.infant ? <InfantFields join={join} who={passengerCalled('INF', at).toLowerCase()} /> : null}
            {joins.length > 1 && !hold ? (
              <p>
                <Button variant="quiet" onPress={more((now) => now.filter((join) => join.key !== key))}>
                  Without {passengerCalled(type, at).toLowerCase()}
                </Button>
              </p>
            ) : null}
          </div>
        );
      })}
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
    </ChoiceForm>
  );
}
