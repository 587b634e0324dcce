import { minor, moneyText } from '../../shared/money.ts';
import { dateLabel, localTime } from '../format/times.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { type BoardRow, firstFlight, flightsText, lastFlight, type RowCabin, rowCabin, seated } from './board-row.ts';
import type { Answer, WayOut } from './board-store.ts';
import { partyText } from './compare-rows.ts';
import { useLiveRow } from './use-live-row.ts';
import { leaveWayBack } from './way-back.ts';
import './trip-band.css';

const times = (row: BoardRow): string => {
  const [first, last] = [firstFlight(row), lastFlight(row)];
  return `${first.origin} ${localTime(first.departsAt, first.originZone)} to ${last.destination} ${localTime(last.arrivesAt, last.destinationZone)}`;
};

/** What a way costs the party in a cabin, in minor units; undefined when it cannot be told. */
const priceOf = (row: BoardRow, cabin: RowCabin['cabin'] | null, people: number): number | undefined => {
  const load = row.currency !== null && cabin ? rowCabin(row, cabin) : undefined;
  return load && load.each * people;
};

/** Above the list of a return: which of its two ways the list shows, what was taken so far, and what both cost together. */
export function TripBand({ answer, out, chosen }: { answer: Answer; out: WayOut | null; chosen: BoardRow | undefined }) {
  const { date, back } = answer.wishes;
  if (!out) {
    return (
      <section className="trip" aria-label="Return">
        <b className="str">1 Way out, {dateLabel(date)}</b>
        <span className="t3">2 Way back, {dateLabel(back)}</span>
        <span className="push t2 s12">prices are for each way</span>
      </section>
    );
  }
  return <WayBack answer={answer} out={out} chosen={chosen} />;
}

function WayBack({ answer, out, chosen }: { answer: Answer; out: WayOut; chosen: BoardRow | undefined }) {
  const { row } = useLiveRow(out.row, answer.wishes);
  const people = seated(answer.wishes);
  const there = priceOf(row, out.cabin ?? row.cabin, people);
  return (
    <section className="trip" aria-label="Return">
      <span className="done">
        <Icon name="check" size={13} strokeWidth={2.5} /> 1 Way out <b className="med">{flightsText(row)}</b>{' '}
        <span className="t2">
          {times(row)}, {dateLabel(firstFlight(row).date)}
        </span>{' '}
        {there === undefined ? null : <b className="med">{moneyText(minor(there), row.currency ?? '')}</b>}
      </span>
      <b className="str">2 Way back, {dateLabel(answer.wishes.back)}</b>
      {chosen ? <Together chosen={chosen} answer={answer} there={there} currency={row.currency} people={people} /> : null}
      <Button variant="quiet" kbd="Esc" onPress={leaveWayBack}>
        {chosen ? 'Way out' : 'Another way out'}
      </Button>
    </section>
  );
}

interface TogetherProps {
  chosen: BoardRow;
  answer: Answer;
  there: number | undefined;
  currency: string | null;
  people: number;
}

/** The sum of both ways for the row that is chosen now. */
function Together({ chosen, answer, there, currency, people }: TogetherProps) {
  const { row } = useLiveRow(chosen, answer.wishes);
  const home = priceOf(row, answer.wishes.cabin ?? row.cabin, people);
  if (there !== undefined && home !== undefined && row.currency !== currency)
    return <span className="push warn">{`${currency} and ${row.currency}: sell them as two bookings`}</span>;
  return (
    <span className="push sum" role="status" aria-label="Total of both ways">
      {there === undefined || home === undefined ? (
        <span className="t3">no seats for {partyText(answer.wishes)}</span>
      ) : (
        <>
          <span className="t2">
            {moneyText(minor(there), currency ?? '')} + {moneyText(minor(home), currency ?? '')} ={' '}
          </span>
          <b className="str">{moneyText(minor(there + home), currency ?? '')}</b>{' '}
          <span className="t3">
            {currency} for {people}
          </span>
        </>
      )}
    </span>
  );
}
