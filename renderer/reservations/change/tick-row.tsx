import type { ReactNode } from 'react';
import { Icon } from '../../parts/icon.tsx';

interface TickRowProps {
  kbd?: string | undefined;
  ticked: boolean;
  what: ReactNode;
  detail: ReactNode;
  /** What follows from the tick, in a word. */
  then: string;
  onTick: () => void;
  /** Enter goes on; the space bar ticks. */
  onEnter: () => void;
}

/** A passenger or a flight that is chosen or not. */
export function TickRow({ kbd, ticked, what, detail, then, onTick, onEnter }: TickRowProps) {
  return (
    <li>
      <button
        type="button"
        data-choice
        aria-pressed={ticked}
        className={`ch-row${ticked ? ' on' : ''}`}
        {...(kbd ? { 'aria-keyshortcuts': kbd } : {})}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey) return;
          event.preventDefault();
          onEnter();
        }}
        onClick={onTick}
      >
        <span className="ch-tick" aria-hidden="true">
          {ticked ? <Icon name="check" size={12} strokeWidth={2.5} /> : null}
        </span>
        <span className="ch-what">
          <span className="cut med">
            {kbd ? <kbd aria-hidden>{kbd}</kbd> : null} {what}
          </span>
          <span className="cut">{detail}</span>
        </span>
        <span className={ticked ? 'acc med' : 't3'}>{then}</span>
      </button>
    </li>
  );
}
