import { figureRule } from '../../shared/health/figures.ts';
import type { FigureView } from '../../shared/methods/health.ts';
import { ACTION_ROW, FIRST } from '../keys/key-place.ts';
import { Icon } from '../parts/icon.tsx';
import { walkRows } from '../parts/walk-rows.ts';
import { limitOf, nowText, STATE_WORDS } from './figure-words.ts';
import { MinuteBars } from './minute-bars.tsx';

interface FigureListProps {
  figures: readonly FigureView[];
  chosen: FigureView;
  onChoose: (figure: FigureView['figure']) => void;
  onOpen: (figure: FigureView['figure']) => void;
}

/** Each figure with its last hour; what is over its limit first. The arrow keys move the focus, and what has the focus is chosen. The screen begins here: its buttons do things at once. */
export function FigureList({ figures, chosen, onChoose, onOpen }: FigureListProps) {
  return (
    <ul className="hl-list" aria-label="Figures" onKeyDown={(event) => walkRows(event, figures.indexOf(chosen))} {...ACTION_ROW} {...FIRST}>
      {figures.map((view) => (
        <FigureRow
          key={view.figure}
          view={view}
          isChosen={view === chosen}
          onChoose={() => onChoose(view.figure)}
          onOpen={() => onOpen(view.figure)}
        />
      ))}
    </ul>
  );
}

interface FigureRowProps {
  view: FigureView;
  isChosen: boolean;
  onChoose: () => void;
  onOpen: () => void;
}

function FigureRow({ view, isChosen, onChoose, onOpen }: FigureRowProps) {
  const { figure, state, limit, limitSet, more, hour } = view;
  const { text, icon, tone } = STATE_WORDS[state];
  const tall = state === 'over' || state === 'seen' || state === 'near';
  return (
    <li>
      <button
        type="button"
        className={`hl-row is-${state}${tall && more ? ' two' : ''}`}
        tabIndex={isChosen ? 0 : -1}
        aria-current={isChosen || undefined}
        onFocus={onChoose}
        onClick={onOpen}
      >
        <span className={`hl-state ${tone}`}>
          <Icon name={icon} size={14} />
          {text}
        </span>
        <span className={tall ? 'hl-name cut str' : 'hl-name cut'}>
          {figureRule(figure).name}
          {more && !tall ? <span className="t3 s12"> {more}</span> : null}
        </span>
        <span className="hl-now">{nowText(view)}</span>
        <span className="hl-limit num t2 s12">
          <span className="aside">limit </span>
          {limitOf(view)}
          {limitSet ? <span className="acc"> set</span> : null}
        </span>
        {more && tall ? <span className="hl-more cut prop">{more}</span> : null}
        <MinuteBars className="hl-hour" {...{ figure, limit, values: hour }} near={state === 'near'} />
      </button>
    </li>
  );
}
