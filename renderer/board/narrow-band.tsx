import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { search } from './board-search.ts';
import { useBoard, wish } from './board-store.ts';
import { isNarrowed, NOT_NARROWED, narrowedWords, narrowingText, readNarrowing } from './read-narrowing.ts';
import { TypedField } from './typed-field.tsx';
import { leaveWayBack } from './way-back.ts';
import './narrow-band.css';

/** Under the search line, while it is open or something is left out: which carriers and types of aircraft the list shows. */
export function NarrowBand({ onFound }: { onFound: () => void }) {
  const form = useRef<HTMLFormElement>(null);
  const carriers = useBoard(({ wishes }) => wishes.carriers);
  const aircraft = useBoard(({ wishes }) => wishes.aircraft);
  const shown = useBoard(({ answer }) => answer?.wishes);
  const opened = useBoard(({ narrowOpened }) => narrowOpened);
  const [understood, setUnderstood] = useState(true);
  useEffect(() => {
    if (opened > 0) form.current?.querySelector('input')?.focus();
  }, [opened]);
  const narrowed = isNarrowed({ carriers, aircraft }) || (shown && isNarrowed(shown));
  if (opened === 0 && !narrowed) return null;
  const asShown = { carriers: shown?.carriers ?? [], aircraft: shown?.aircraft ?? [] };

  const ask = async (): Promise<void> => {
    if (form.current?.querySelector('[data-invalid]')) return;
    leaveWayBack();
    if (!(await search())) return;
    useBoard.setState({ narrowOpened: 0 });
    onFound();
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void ask();
  };
  const clear = (): void => {
    wish(NOT_NARROWED);
    void ask();
  };
  return (
    <form ref={form} className="narrow-band" aria-label="Carrier and aircraft" onSubmit={onSubmit} noValidate>
      <TypedField
        label="Carrier, aircraft"
        hint="AA, AA DL, 738 or AA 738; any for all"
        text={narrowingText({ carriers, aircraft })}
        read={(typed) => {
          const read = readNarrowing(typed);
          // The beginning of a locator reads as a type of aircraft. The list is not narrowed to that when the rest is not understood.
          wish(read ?? asShown);
          return read !== undefined;
        }}
        onUnderstood={setUnderstood}
      />
      {understood ? (
        shown && isNarrowed(shown) ? (
          <span>
            Only flights<b className="med">{narrowedWords(shown)}</b>
          </span>
        ) : (
          <span className="t3">two signs are a carrier, three a type or its family: AA 738</span>
        )
      ) : (
        <span className="bad" role="alert">
          Not understood: two signs are a carrier, three a type or its family.
        </span>
      )}
      {narrowed ? (
        <Button variant="quiet" onPress={clear}>
          Any carrier and aircraft
        </Button>
      ) : null}
      <span className="t3 push">
        <kbd>Enter</kbd> show
      </span>
    </form>
  );
}
