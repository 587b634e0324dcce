import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import type { ComparedCarrier } from '../../shared/methods/flights.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { countText } from '../format/count-text.ts';
import { elapsed, localTime } from '../format/times.ts';
import { ROW_BUTTONS, walkRows } from '../parts/walk-rows.ts';

const waysText = ({ direct, oneStop }: ComparedCarrier): string =>
  direct === 0 || oneStop === 0
    ? `${countText(direct + oneStop)}${oneStop === 0 ? ' direct' : ''}`
    : `${countText(direct + oneStop)}, ${countText(direct)} direct`;

function Departure({ departsAt, originZone, origin }: ComparedCarrier['first']) {
  return (
    <td>
      {localTime(departsAt, originZone)} <span className="cr-place">{origin}</span>
    </td>
  );
}

interface RowProps {
  one: ComparedCarrier;
  current: boolean;
  /** Why it was not taken; beside the name, because the list may be longer than the window. */
  note: string;
  onFocus: () => void;
  onTake: () => void;
}

function Row({ one, current, note, onFocus, onTake }: RowProps) {
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (note) said.current?.scrollIntoView?.({ block: 'nearest' });
  }, [note]);
  return (
    // The button in the row does the same for the keyboard; the row only makes a larger target for the pointer.
    <tr onClick={onTake}>
      <th scope="row">
        <button type="button" className="cr-take" tabIndex={current ? 0 : -1} onFocus={onFocus}>
          {one.carrier === null ? (
            'Several carriers'
          ) : (
            <>
              <b className="code">{one.carrier}</b> {one.name}
            </>
          )}
        </button>
        {one.carrier === null ? (
          <p ref={said} role="status" className="cr-note warn">
            {note}
          </p>
        ) : null}
      </th>
      <td className="cr-ways">{waysText(one)}</td>
      <td className={one.total === null ? 'num t3' : 'num str'}>
        {one.total === null ? 'no seats for this party' : `${moneyText(minor(one.total), one.currency ?? '')} ${one.currency} ${one.cabin}`}
      </td>
      <td className="num">{elapsed(one.shortestMinutes)}</td>
      <td className="num">{one.seatsLeft === 0 ? 'none' : countText(one.seatsLeft)}</td>
      <Departure {...one.first} />
      <Departure {...one.last} />
    </tr>
  );
}

interface CarriersTableProps extends Output<'flights.carriers'> {
  onTake: (carrier: string) => void;
}

/** One line a carrier, the cheapest first. Arrows walk, Enter takes. */
export function CarriersTable({ carriers, more, onTake }: CarriersTableProps) {
  const [at, setAt] = useState(0);
  const [note, setNote] = useState('');
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => body.current?.querySelector<HTMLButtonElement>(ROW_BUTTONS)?.focus(), []);
  const choose = ({ carrier }: ComparedCarrier): void => {
    if (carrier === null) setNote('The list is narrowed to one carrier at a time here. C takes several: AA DL.');
    else onTake(carrier);
  };
  return (
    <div className="cr-rows">
      <table className="grid-table opens-rows" aria-label="Carriers">
        <thead>
          <tr>
            <th scope="col">Carrier</th>
            <th scope="col">Ways</th>
            <th scope="col" className="num">
              Price from
            </th>
            <th scope="col" className="num">
              Shortest
            </th>
            <th scope="col" className="num">
              Most seats left
            </th>
            <th scope="col">First leaves</th>
            <th scope="col">Last leaves</th>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={(event) => walkRows(event, at)}>
          {carriers.map((one, index) => (
            <Row
              key={one.carrier ?? ''}
              one={one}
              current={index === at}
              note={note}
              onFocus={() => {
                setAt(index);
                setNote('');
              }}
              onTake={() => choose(one)}
            />
          ))}
        </tbody>
        {more > 0 ? <caption className="t3">{countText(more)} more carriers are not listed; none is cheaper.</caption> : null}
      </table>
    </div>
  );
}
