import type { KeyboardEvent } from 'react';
import type { ChangedCabin, PresentLoads, UnchangedCabin } from '../../shared/methods/pricing-what-if.ts';
import { countText } from '../format/count-text.ts';
import { agentDate, localTime } from '../format/times.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { KeyHint, KeyHints } from '../parts/key-hint.tsx';
import { Segments } from '../parts/segments.tsx';
import { walkRows } from '../parts/walk-rows.ts';
import { changedTitle, changeText, meanTexts, money, percentOfBefore, soldText, unchangedText, WHY_WORDS } from './what-if-words.ts';

export const CHANGED_LISTS = ['largest', 'byMoney', 'unchanged'] as const;
export type ChangedList = (typeof CHANGED_LISTS)[number];

const LIST_WORDS: Readonly<Record<ChangedList, string>> = { largest: 'most %', byMoney: 'most money', unchanged: 'not changed' };

interface ChangedFlightsProps {
  loads: PresentLoads;
  list: ChangedList;
  onList: (list: ChangedList) => void;
  /** `v14`: what is in force. */
  inForce: string;
  onOpen: (flightId: number) => void;
}

function Flight({ row, isStop, onOpen }: { row: ChangedCabin | UnchangedCabin; isStop: boolean; onOpen: () => void }) {
  return (
    <>
      <td>
        <button type="button" className="wi-open" tabIndex={isStop ? 0 : -1} onClick={onOpen}>
          <span className="med">{row.flight}</span> <span className="t2">{row.cabin}</span>
        </button>
      </td>
      <td className="t2 nb">
        {row.origin}
        {'\u2013'}
        {row.destination}
      </td>
      <td className="nb">
        {agentDate(row.date)} {localTime(row.departsAt, row.originZone)}
      </td>
      <td className="num t2">{soldText(row)}</td>
    </>
  );
}

/** Arrow keys move through the flights; the first is the one stop of the table. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  walkRows(event, [...event.currentTarget.querySelectorAll('button')].indexOf(document.activeElement as HTMLButtonElement));
}

/** Flights and cabins that a draft makes dearer or cheaper as they are loaded now, and those that it does not, with why. */
export function ChangedFlights({ loads, list, onList, inForce, onOpen }: ChangedFlightsProps) {
  const { title, more } = changedTitle(loads);
  const rows = loads[list];
  const currencies = new Set(loads.largest.map(({ currency }) => currency));
  const [only] = currencies.size === 1 ? currencies : [];
  const unit = (currency: string): string => (only ? '' : ` ${currency}`);
  const all = list === 'unchanged' ? loads.cabins - loads.cabinsChanged : loads.cabinsChanged;
  const stays = unchangedText(loads);
  return (
    <section className="wi-changed" aria-labelledby="wi-changed">
      <div className="panel-h">
        <h2 id="wi-changed">{title}</h2>
        <span className="s12 t3">{more}</span>
        <KeyHints>
          <KeyHint keys={['S']}>next list</KeyHint>
        </KeyHints>
      </div>
      <div className="wi-lists">
        <Segments
          label="List"
          labelHidden
          value={list}
          onChange={onList}
          choices={CHANGED_LISTS.map((value) => ({ value, text: LIST_WORDS[value] }))}
        />
      </div>
      <div className="wi-rows" {...LETTERS_ACT}>
        <table className="grid-table" aria-labelledby="wi-changed">
          <thead>
            <tr>
              <th scope="col">Flight</th>
              <th scope="col">Route</th>
              <th scope="col">Leaves</th>
              <th scope="col" className="num">
                Sold
              </th>
              {list === 'unchanged' ? (
                <>
                  <th scope="col" className="num">
                    Price{only ? ` ${only}` : ''}
                  </th>
                  <th scope="col">Why</th>
                </>
              ) : (
                <>
                  <th scope="col" className="num">
                    {inForce}
                    {only ? ` ${only}` : ''}
                  </th>
                  <th scope="col" className="num">
                    Draft
                  </th>
                  <th scope="col" className="num">
                    Change
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody onKeyDown={walk}>
            {rows.map((row, place) => (
              <tr key={`${row.flightId} ${row.cabin}`}>
                <Flight row={row} isStop={place === 0} onOpen={() => onOpen(row.flightId)} />
                {'why' in row ? (
                  <>
                    <td className="num">
                      {money(row.price, row.currency)}
                      {unit(row.currency)}
                    </td>
                    <td className="t2 cut">{WHY_WORDS[row.why]}</td>
                  </>
                ) : (
                  <>
                    <td className="num t2">{money(row.before, row.currency)}</td>
                    <td className="num str">
                      {money(row.after, row.currency)}
                      {unit(row.currency)}
                    </td>
                    <td className="num nb">
                      <span className="med">{changeText(row)}</span> <span className="s12 t2 wi-percent">{percentOfBefore(row)}</span>
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 ? (
          <p className="t2 wi-none">{list === 'unchanged' ? 'Every cabin changes.' : 'No price of this scope changes.'}</p>
        ) : null}
      </div>
      <div className="wi-foot s12 t2">
        <p>
          {rows.length < all ? `First ${countText(rows.length)} of ${countText(all)} cabins. ` : ''}
          {meanTexts(loads).length > 0 ? `On average ${meanTexts(loads).join('; ')}. ` : ''}
          {stays ? `Not changed: ${stays}.` : ''}
        </p>
      </div>
    </section>
  );
}
