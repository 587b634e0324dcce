import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTypingOpens } from '../keys/use-letter-keys.ts';
import { announce } from '../parts/announcer.tsx';
import { Icon } from '../parts/icon.tsx';
import { go, stillHere } from '../stores/navigation-store.ts';
import { today } from '../stores/today.ts';
import { earlierCommands, keepCommand } from './command-history.ts';
import { focusScreen } from './focus-screen.ts';
import { type Choice, type Outcome, runCommand } from './run-command.ts';
import './command-bar.css';

type Answer = Exclude<Outcome, { kind: 'go' | 'done' }>;

/** One line that goes anywhere: a route and date, a flight, a booking by whatever is known of it. */
export function CommandBar({ zone }: { zone: string }) {
  const [line, setLine] = useState('');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [picked, setPicked] = useState(0);
  const recalled = useRef(-1);
  /** The line that the hub is being asked about. */
  const asking = useRef<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const before = useRef<Element | null>(null);
  /** The bar was opened by typing elsewhere: Esc goes straight back. */
  const byTyping = useRef(false);
  const listId = useId();
  const choices = answer?.kind === 'choose' ? answer.choices : [];

  useEffect(() => {
    const call = (event: globalThis.KeyboardEvent): void => {
      const here = event.target as HTMLElement;
      const typing = here.matches('input, textarea, [contenteditable="true"]');
      const asked =
        ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') ||
        (event.key === '/' && !typing && !event.ctrlKey && !event.altKey);
      if (!asked || document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
      event.preventDefault();
      if (here !== input.current) before.current = document.activeElement;
      byTyping.current = false;
      input.current?.focus();
      input.current?.select();
    };
    // On the capture phase, before a field that stops its keys from bubbling.
    window.addEventListener('keydown', call, true);
    return () => window.removeEventListener('keydown', call, true);
  }, []);

  const write = useCallback((text: string): void => {
    setLine(text);
    setAnswer(null);
    setPicked(0);
    asking.current = null;
  }, []);

  useTypingOpens(
    useCallback(
      (typed) => {
        before.current = document.activeElement;
        byTyping.current = true;
        recalled.current = -1;
        // The next letter may come in a millisecond, and the field itself takes it: by then it must hold the first ones.
        flushSync(() => write(typed));
        input.current?.focus();
        input.current?.setSelectionRange(typed.length, typed.length);
      },
      [write],
    ),
  );

  const recall = (step: 1 | -1): void => {
    const lines = earlierCommands();
    const next = Math.max(-1, Math.min(lines.length - 1, recalled.current + step));
    recalled.current = next;
    write(next < 0 ? '' : (lines[next] ?? ''));
  };

  const open = (choice: Choice): void => {
    write('');
    go(choice.screen);
  };

  const submit = async (): Promise<void> => {
    const chosen = choices[picked];
    if (chosen) {
      open(chosen);
      return;
    }
    // A second Enter never asks again what is being asked or was just answered.
    if (line.trim() === '' || asking.current === line || (answer && !(answer.kind === 'wrong' && answer.again))) return;
    asking.current = line;
    const isHere = stillHere();
    const outcome = await runCommand(line, today(zone));
    if (outcome.kind !== 'wrong') keepCommand(line.trim());
    // Another line was typed meanwhile. It stays, and the answer to this one moves nothing.
    if (asking.current !== line) return;
    asking.current = null;
    recalled.current = -1;
    if (outcome.kind === 'done' || outcome.kind === 'go' || !isHere()) write('');
    else setAnswer(outcome);
    if (!isHere()) return;
    if (outcome.kind === 'go') go(outcome.screen);
    if (outcome.kind === 'choose') announce(`${outcome.choices.length} choices. Choose with the arrow keys.`);
  };

  const keyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      const step = event.key === 'ArrowUp' ? 1 : -1;
      if (choices.length > 0) setPicked((now) => (now - step + choices.length) % choices.length);
      else recall(step);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      const leaves = byTyping.current || (line === '' && !answer);
      write('');
      if (!leaves) return;
      byTyping.current = false;
      if (before.current instanceof HTMLElement && before.current.isConnected && before.current !== document.body) before.current.focus();
      else focusScreen();
    }
  };

  return (
    <form
      className="command"
      aria-label="Command bar"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setAnswer(null);
      }}
    >
      <span className="t3">
        <Icon name="search" size={15} />
      </span>
      <input
        ref={input}
        role="combobox"
        aria-label="Go to a route and date, a flight or a booking"
        aria-expanded={choices.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-keyshortcuts="Control+K /"
        aria-invalid={answer?.kind === 'wrong'}
        {...(choices.length > 0 ? { 'aria-activedescendant': `${listId}-${picked}` } : {})}
        value={line}
        onChange={(event) => {
          recalled.current = -1;
          write(event.target.value);
        }}
        onKeyDown={keyDown}
        placeholder="Route and date, flight, locator, name, phone or e-mail"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={100}
      />
      <kbd>Ctrl K</kbd>
      <div role="alert">
        {answer?.kind === 'wrong' ? (
          <p className="below pop">
            <Icon name="alert" size={15} />
            <span>
              <b className="med">{answer.problem}</b> <span className="t2">{answer.next}</span>
            </span>
          </p>
        ) : null}
      </div>
      <div id={listId} role="listbox" aria-label="What this may mean" className="below pop options" hidden={choices.length === 0}>
        {choices.map((choice, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the input does it
          <div
            key={`${choice.title} ${choice.detail} ${choice.aside}`}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === picked}
            className="option"
            {...(index === picked ? { 'data-focused': true } : {})}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => open(choice)}
          >
            <b className="med">{choice.title}</b>
            <span>{choice.detail}</span>
            <span className="t2 push">{choice.aside}</span>
          </div>
        ))}
      </div>
    </form>
  );
}
