import type { ChangedBooking } from '../../../shared/methods/reaccommodation.ts';
import { countText } from '../../format/count-text.ts';
import { ACTION_ROW } from '../../keys/key-place.ts';
import { Button } from '../../parts/button.tsx';
import { useNow } from '../../stores/clock-store.ts';
import { acceptSelected } from './accept-ways.ts';
import { acceptText, leftText, refundsText, toldText } from './bar-words.ts';
import { useDesk } from './desk-store.ts';
import { keepLonger, proposeAll } from './keep-seats.ts';
import { passengersOf, type Standing, selectedOf } from './selection.ts';
import { standingOf } from './standing.ts';

/** What would be accepted, who is told how, what stays, and the next step. */
export function AcceptBar() {
  const state = useDesk();
  const now = useNow();
  const { rows, leftOut, kept, doing } = state;
  const standing = (row: ChangedBooking): Standing => standingOf(state, row, now);
  const selected = selectedOf(rows, standing, leftOut);
  const passengers = passengersOf(selected);
  const open = rows.filter((row) => ['unasked', 'lapsed'].includes(standing(row))).length;
  return (
    <footer className="action-bar ra-bar" {...ACTION_ROW}>
      <span>
        <b className="str">{countText(selected.length)} selected</b>, {countText(passengers)}{' '}
        {passengers === 1 ? 'passenger' : 'passengers'}
      </span>
      <span className="t2 s12">{[toldText(selected), refundsText(selected, kept)].filter(Boolean).join('; ')}</span>
      <span className="t2 s12 push">{leftText(rows.map(standing))}</span>
      {kept.size > 0 ? (
        <Button kbd="F9" isPending={doing === 'keep'} onPress={() => void keepLonger()}>
          Keep seats 3 min more
        </Button>
      ) : null}
      {selected.length === 0 && open > 0 ? (
        <Button variant="go" kbd="R" isPending={doing === 'propose'} onPress={() => void proposeAll()}>
          Ways on for {countText(open)}
        </Button>
      ) : (
        <Button
          variant="go"
          kbd="Ctrl Enter"
          isDisabled={selected.length === 0}
          isPending={doing === 'accept'}
          onPress={() => void acceptSelected()}
        >
          {acceptText(selected)}
        </Button>
      )}
    </footer>
  );
}
