import type { Output } from '../../../shared/contract.ts';
import type { FleetLoser } from '../../../shared/methods/fleet.ts';
import { countText } from '../../format/count-text.ts';
import { agentDate } from '../../format/times.ts';
import { goesTo, whyMoved } from './loser-words.ts';
import { takeOverDays } from './take-over-days.ts';
import { useTakeOver } from './take-over-store.ts';

type Preview = Output<'fleet.preview'>;

function Loser({ loser }: { loser: FleetLoser }) {
  const { passenger, locator, flight, date, seat, to } = loser;
  return (
    <tr title={`${locator}: ${whyMoved(loser)}`}>
      <td className="med mp-name" title={passenger}>
        {passenger || locator}
      </td>
      <td>
        {flight} {agentDate(date)}
      </td>
      <td className="str">{seat === 'open' ? 'none yet' : seat}</td>
      <td className={to === null ? 'bad med' : 'ok'}>{goesTo(loser)}</td>
    </tr>
  );
}

/** `9 in all: 8 have a seat like it, 1 has none.` */
function Sum({ passengers: { lose, seated, unseated } }: Preview) {
  if (lose === 0) return <p className="s12 t2">Everybody keeps the seat.</p>;
  return (
    <p className="s12 t2 mp-note">
      {countText(lose)} in all: {countText(seated)} {seated === 1 ? 'has' : 'have'} another seat
      {unseated > 0 ? (
        <>
          , <b className="med bad">{`${countText(unseated)} ${unseated === 1 ? 'has' : 'have'} none`}</b>
        </>
      ) : null}
      .
    </p>
  );
}

/** Who loses a seat when the map takes over, and where each goes. */
export function LoserTable() {
  const { preview, refusal, typed, isOld } = useTakeOver();
  const days = takeOverDays(typed);
  return (
    <section aria-label="Who loses a seat">
      <div className="panel-h">
        Who loses a seat <span className="s12 t3">{isOld ? 'working it out' : 'from' in days ? `from ${agentDate(days.from)}` : ''}</span>
      </div>
      {preview === null ? (
        <p className="s12 t3">{refusal || !('from' in days) ? 'Not known before that is put right.' : 'Working it out.'}</p>
      ) : (
        <>
          <p className="s12 t2">{flightsSaid(preview)}</p>
          {preview.losers.length > 0 ? (
            <table className="grid-table mp-losers" aria-label="Who loses a seat">
              <thead>
                <tr>
                  <th scope="col">Passenger</th>
                  <th scope="col">Flight</th>
                  <th scope="col">Seat</th>
                  <th scope="col">Goes to</th>
                </tr>
              </thead>
              <tbody>
                {preview.losers.map((loser) => (
                  <Loser key={`${loser.flightId} ${loser.bookingId} ${loser.seat} ${loser.passenger}`} loser={loser} />
                ))}
              </tbody>
            </table>
          ) : null}
          {preview.losersMore > 0 ? <p className="s12 t3">{countText(preview.losersMore)} more are not listed.</p> : null}
          <Sum {...preview} />
          {preview.blocksEnd > 0 ? <p className="s12 warn">{countText(preview.blocksEnd)} blocks of seats end.</p> : null}
        </>
      )}
    </section>
  );
}

/** `31 flights change, 12 JAN to 28 FEB; 4 with passengers. 2 keep the map that they have.` */
function flightsSaid({ flights: { change, withSales, keep, first, last } }: Preview): string {
  if (change === 0 && keep === 0) return 'No flight to come would change its map.';
  const span = first && last ? `, ${agentDate(first)} to ${agentDate(last)}` : '';
  const kept = keep > 0 ? ` ${countText(keep)} with passengers ${keep === 1 ? 'keeps its' : 'keep their'} map.` : '';
  return `${countText(change)} ${change === 1 ? 'flight changes' : 'flights change'}${span}; ${countText(withSales)} with passengers.${kept}`;
}
