import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { LETTERS_ACT } from '../../keys/key-place.ts';
import { useDeeds } from '../../keys/use-keys.ts';
import { passengerRows } from '../booking-facts.ts';
import { goOn } from './ask-offer.ts';
import { useChange } from './change-store.ts';
import { ChoiceForm } from './choice-form.tsx';
import { walkChoices } from './choice-row.tsx';
import { digitDeeds } from './digit-deeds.ts';
import { freeLaps } from './free-laps.ts';
import { InfantFields, writeJoin } from './join-fields.tsx';
import { TickRow } from './tick-row.tsx';

/** Infants who come onto the laps of adults who travel already: on whose, name and birth date. */
export function InfantChoice({ booking }: { booking: BookingView }) {
  const joins = useChange((state) => state.joins);
  const rows = passengerRows(booking);
  const laps = freeLaps(booking);
  const toggle = (place: number) => () => {
    const join = joins[place];
    if (join) writeJoin(join.key, { infant: !join.infant });
  };
  const next = laps.find((place) => !joins[place]?.infant);
  useDeeds('booking', { ...digitDeeds(laps.map(toggle)), I: next === undefined ? undefined : toggle(next) });
  const { length: flights } = booking.legs;
  return (
    <ChoiceForm booking={booking} id="ch-infant" title="On whose lap" hint="one infant per adult">
      <ul className="ch-rows" aria-label="Adults with a free lap" {...LETTERS_ACT} onKeyDown={walkChoices}>
        {laps.map((place, at) => {
          const on = joins[place]?.infant ?? false;
          return (
            <TickRow
              key={booking.party[place]?.passenger}
              kbd={at < 9 ? String(at + 1) : undefined}
              ticked={on}
              what={rows[place]?.name || `passenger ${place + 1}`}
              detail={booking.legs.map(({ flight, seats }) => `${flight} ${seats[place] ?? ''}`).join(', ')}
              then={on ? 'with an infant' : 'lap free'}
              onTick={toggle(place)}
              onEnter={() => void goOn(booking)}
            />
          );
        })}
      </ul>
      {joins.map((join, place) =>
        join.infant ? (
          <div key={join.key} className="ch-name">
            <InfantFields join={join} who={`infant of ${rows[place]?.name || `passenger ${place + 1}`}`} />
          </div>
        ) : null,
      )}
      <p className="s12 t3">
        On the lap on {flights === 1 ? 'its flight' : `all ${flights} flights`}, at the price of now. Everybody else keeps seats and fares.
      </p>
    </ChoiceForm>
  );
}
