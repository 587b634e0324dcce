import { memo } from 'react';
import type { ChangedBooking } from '../../../shared/methods/reaccommodation.ts';
import { CheckBox } from '../../parts/check-box.tsx';
import { seatsByRow } from '../booking-facts.ts';
import { toggleOne } from './desk-selection.ts';
import { useDesk, wayTaken } from './desk-store.ts';
import { KeptClock } from './kept-clock.tsx';
import { proposedWords } from './proposed-words.ts';
import type { Standing } from './selection.ts';
import { asSold } from './sold-legs.ts';
import { type ToldBy, toldBy } from './told-by.ts';
import { endText, flightsText } from './way-words.ts';

interface BookingRowProps {
  row: ChangedBooking;
  standing: Standing;
  isOn: boolean;
  isSelected: boolean;
}

/** What the desk has to do itself where no message goes out. */
const SELF_WORDS: Readonly<Record<ToldBy, string>> = { email: '', sms: '', call: 'to call', write: 'to write to', unknown: 'no contact' };

const CLASSES: Partial<Record<Standing, string>> = { conflict: 'conflict', done: 'done' };

function Row({ row, standing, isOn, isSelected }: BookingRowProps) {
  const ours = useDesk(({ kept, accepted }) => kept.get(row.bookingId) ?? accepted.get(row.bookingId)?.kept);
  const whyNot = useDesk((state) => state.whyNot.get(row.bookingId));
  const choose = () => useDesk.getState().choose(row.bookingId);
  const { what, means, isBad } = proposedWords(row, standing, ours, whyNot);
  const way = ours && wayTaken(ours);
  const isHeld = way !== undefined && (standing === 'kept' || standing === 'conflict');
  return (
    <div className={['ra-row', isOn ? 'on' : '', CLASSES[standing] ?? ''].filter(Boolean).join(' ')}>
      <CheckBox
        aria-label={`Accept ${row.locator}`}
        excludeFromTabOrder
        isSelected={isSelected}
        isDisabled={standing !== 'kept'}
        onChange={() => toggleOne(row)}
      >
        {null}
      </CheckBox>
      <button
        type="button"
        className="ra-cells"
        data-booking={row.bookingId}
        aria-pressed={isOn}
        tabIndex={isOn ? 0 : -1}
        onFocus={choose}
        onClick={choose}
      >
        <span>
          <span className="code">{row.locator}</span>
          <span className="ra-name">
            <span className="cut" title={row.name}>
              {row.name}
            </span>
            {row.more > 0 ? ` +${row.more}` : ''}
          </span>
        </span>
        <span className="ra-was">
          <span className="cut">{flightsText(row.legs)}</span>
          <span>{endText(row.legs.map(asSold))}</span>
        </span>
        <span>
          <span className={`cut ${what === '' ? '' : 'str'}`}>{what}</span>
          <span className={`cut ${isBad ? 'ra-bad' : ''}`} title={means}>
            {means}
          </span>
        </span>
        <span className="num">
          <span className="med">{isHeld ? seatsByRow(way.legs.find((leg) => !leg.kept)?.seats ?? []) : ''}</span>
          <span>{isHeld ? <KeptClock until={way.expiresAt} /> : standing === 'done' ? '' : SELF_WORDS[toldBy(row.contact)]}</span>
        </span>
        {isSelected ? <span className="aside">selected</span> : null}
      </button>
    </div>
  );
}

/** One booking of the list. Its clock ticks by itself, so two hundred rows are not drawn anew each second. */
export const BookingRow = memo(Row);
