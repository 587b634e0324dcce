import { type KeyboardEvent, type ReactNode, useEffect } from 'react';

interface ChoiceRowProps {
  /** The digit that takes it; none for what cannot be taken. */
  kbd?: string | undefined;
  what: ReactNode;
  detail: ReactNode;
  figure: ReactNode;
  more?: ReactNode;
  chosen: boolean;
  refused?: boolean;
  onChoose: () => void;
  /** Enter on the row that is chosen already: a hurried hand goes on before the focus has left it. */
  onEnter?: () => void;
}

/** The arrow keys walk the rows. */
export function walkChoices(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-choice]')];
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = rows[at + step];
  if (step === 0 || at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

/** When the rows have come, the first that can be taken gets the focus from the tabs, where it waited. */
export function useFirstChoice(shown: boolean): void {
  useEffect(() => {
    const waits = document.activeElement === document.body || document.activeElement?.closest('.ch-kinds, .ch-day');
    if (shown && waits) document.querySelector<HTMLElement>('.ch-row:not(.no)')?.focus();
  }, [shown]);
}

/** One way to go on. What is refused stays in the list and says why. */
export function ChoiceRow({ kbd, what, detail, figure, more, chosen, refused = false, onChoose, onEnter }: ChoiceRowProps) {
  return (
    <li>
      <button
        type="button"
        data-choice
        className={`ch-row${chosen ? ' on' : ''}${refused ? ' no' : ''}`}
        aria-pressed={chosen}
        aria-disabled={refused}
        {...(kbd ? { 'aria-keyshortcuts': kbd } : {})}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || !chosen || !onEnter) return;
          event.preventDefault();
          if (!event.repeat) onEnter();
        }}
        onClick={() => !refused && onChoose()}
      >
        {kbd && !refused ? <kbd aria-hidden>{kbd}</kbd> : <span />}
        <span className="ch-what">
          <span className="cut">{what}</span>
          <span className="cut">{detail}</span>
        </span>
        <span className="ch-figure">
          <span>{figure}</span>
          <span>{more}</span>
        </span>
      </button>
    </li>
  );
}
