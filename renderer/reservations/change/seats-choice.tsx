import { seatedOn } from '../../../shared/later-seat.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { LETTERS_ACT } from '../../keys/key-place.ts';
import { useDeeds } from '../../keys/use-keys.ts';
import { Button } from '../../parts/button.tsx';
import { focusSeat } from '../../seats/pointer-store.ts';
import { replacedLegs } from './begin-change.ts';
import { useChange } from './change-store.ts';
import { ChoiceRow, walkChoices } from './choice-row.tsx';
import { digitDeeds } from './digit-deeds.ts';
import { reseat } from './reseat.ts';
import { WhichFlights } from './which-flights.tsx';

/** Whose seat is picked next, and where each sits now and then. A press on the seat of another of the party swaps the two. */
export function SeatsChoice({ booking }: { booking: BookingView }) {
  const { segments, legs, turn } = useChange();
  const [leg] = replacedLegs(booking, segments);
  const sitting = leg ? seatedOn(booking.party, leg.segment) : [];
  // The next pick is for this passenger, so the focus goes to where it sits on the grid.
  const give = (at: number) => () => {
    useChange.setState({ turn: at });
    const seat = useChange.getState().legs[0]?.seats[at];
    if (leg && seat) focusSeat(leg.flightId, seat);
  };
  useDeeds('booking', digitDeeds(sitting.map((_, at) => give(at))));
  if (!leg) return <p className="ch-part s12 t2">All flights of this booking have departed.</p>;
  return (
    <section aria-labelledby="ch-seats" className="ch-part">
      <WhichFlights booking={booking} all={false} />
      <div className="panel-h">
        <h2 id="ch-seats">Whose seat on {leg.flight}</h2>
        <span className="s12 t3">is picked next</span>
      </div>
      <ul className="ch-rows" aria-label="Passengers" {...LETTERS_ACT} onKeyDown={walkChoices}>
        {sitting.map(({ passenger, type }, at) => {
          const place = booking.party.findIndex((held) => held.passenger === passenger);
          const now = leg.seats[at] ?? '';
          const then = legs[0]?.seats[at] ?? '';
          return (
            <ChoiceRow
              key={passenger}
              kbd={at < 9 ? String(at + 1) : undefined}
              what={booking.passengers[place]?.name ?? type}
              detail={now === then ? `${now}, as sold` : `${now} as sold`}
              figure={now === then ? '' : then}
              chosen={turn === at}
              onChoose={give(at)}
            />
          );
        })}
      </ul>
      <p>
        <Button kbd="B" onPress={() => void reseat(booking)}>
          Reseat {sitting.length === 1 ? 'at the best free seat' : 'all together'}
        </Button>
      </p>
      <p className="s12 t3">
        Another seat of the same cabin: Enter or the space bar picks it. The seat of somebody of the party swaps the two.
      </p>
    </section>
  );
}
