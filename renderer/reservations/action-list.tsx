import './action-list.css';
import type { KeyboardEvent } from 'react';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import { ACTION_ROW } from '../keys/key-place.ts';
import '../parts/key-hint.css';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { actionRows, rowWords } from './action-rows.ts';
import { useBooking } from './booking-store.ts';
import { type ActionId, possibleActions } from './possible-actions.ts';
import { useStandpoint } from './use-standpoint.ts';

/** The arrow keys walk the actions. */
function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const acts: (Element | null)[] = [...event.currentTarget.querySelectorAll('.rv-act')];
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const next = acts[acts.indexOf(document.activeElement) + step];
  if (step === 0 || !(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}

/** The actions that are possible now, and what each would do. Refused actions stay in the list and say what would work. */
export function ActionList({ booking, run }: { booking: BookingView; run: (id: ActionId) => void }) {
  const standpoint = useStandpoint(booking);
  const doing = useBooking((state) => state.doing);
  const refused = useBooking((state) => state.refused);
  const quote = useBooking((state) => state.quote);
  return (
    <section aria-labelledby="rv-actions">
      <div className="panel-h">
        <h2 id="rv-actions">Actions</h2>
      </div>
      <ul className="rv-acts" {...ACTION_ROW} onKeyDown={walk}>
        {actionRows(possibleActions(standpoint)).map((row) => {
          const [action] = row;
          const chosen = action.id === 'cancel' && quote !== null;
          const said = row.map(({ id }) => refused[id]).find(Boolean);
          return (
            <li key={action.id}>
              <button
                type="button"
                className={`rv-act${action.refused ? ' no' : ''}${chosen ? ' on' : ''}`}
                aria-disabled={action.refused || doing !== null}
                data-actions={row.map(({ id }) => id).join(' ')}
                aria-keyshortcuts={row.length === 1 ? action.key : undefined}
                onClick={() => !action.refused && run(action.id)}
              >
                {row.length === 1 ? <kbd aria-hidden>{action.key}</kbd> : <span />}
                <span className="rv-what">
                  <span>{rowWords(row)}</span>
                  <span>{action.consequence}</span>
                </span>
                <span className={`num${action.refused ? ' t3 s12' : ''}`}>{action.figure}</span>
              </button>
              {said && !chosen && <RefusalLine refusal={said} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
