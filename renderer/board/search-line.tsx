import { type FormEvent, type KeyboardEvent, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { type Refusal, refuse } from '../../shared/refusals.ts';
import { FIRST } from '../keys/key-place.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { PlaceField } from '../parts/place-field.tsx';
import { search } from './board-search.ts';
import { useBoard, wish } from './board-store.ts';
import { resolvePlace } from './resolve-place.ts';
import { CabinField, DateField, LeavesField, PartyField, StopsField } from './search-fields.tsx';
import { SearchTail } from './search-tail.tsx';
import { leaveWayBack } from './way-back.ts';
import './search-line.css';

/** What a field holds cannot be read. The list of the question before stays. */
const refused = (refusal: Refusal): void => useBoard.setState({ refusal, searching: false, note: '' });

/** The first field that could not be read, with a refusal that says what would work. */
function misread(form: HTMLFormElement): { input: HTMLInputElement; refusal: Refusal } | undefined {
  const input = form.querySelector<HTMLInputElement>('.typed[data-invalid] input');
  if (!input) return undefined;
  const field = input.labels?.[0]?.textContent ?? 'Search';
  const problem = `\u201c${input.value}\u201d is not understood; write ${input.getAttribute('aria-description') ?? 'it otherwise'}`;
  return { input, refusal: refuse('INPUT_INVALID', { field, problem }).refusal };
}

/** From, to, date, party, cabin, hours, stops. Enter searches from any field and goes on to the list. */
export function SearchLine({ onFound }: { onFound: () => void }) {
  const form = useRef<HTMLFormElement>(null);
  const from = useBoard(({ wishes }) => wishes.from);
  const to = useBoard(({ wishes }) => wishes.to);
  // Shown only while there is no answer, so that a quick one does not flash. The button stays one that submits: a second press asks a newer
  // question, which does no harm, and without such a button Enter in the fields would do nothing.
  const waiting = useBoard(({ searching, answer }) => searching && answer === null);

  const typedPlace = (which: 'from' | 'to'): string =>
    form.current?.querySelector<HTMLInputElement>(`.place.${which} input`)?.value ?? useBoard.getState().wishes[which];

  const submit = async (): Promise<void> => {
    // Whoever asks anew begins with the way out.
    leaveWayBack();
    const wrong = form.current ? misread(form.current) : undefined;
    if (wrong) {
      refused(wrong.refusal);
      wrong.input.focus();
      return;
    }
    // A place may have been typed faster than its name was found.
    for (const which of ['from', 'to'] as const) {
      const typed = typedPlace(which);
      if (typed.toUpperCase() === useBoard.getState().wishes[which]) continue;
      const resolved = await resolvePlace(typed);
      if (!resolved.ok) {
        refused(resolved.refusal);
        return;
      }
      wish({ [which]: resolved.code });
    }
    if (await search()) onFound();
  };

  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void submit();
  };
  // While its list is open, a place field keeps Enter to itself. When nothing in the list was chosen, Enter means search.
  const onKeyDownCapture = (event: KeyboardEvent): void => {
    const input = event.target;
    if (event.key !== 'Enter' || !(input instanceof HTMLInputElement) || input.getAttribute('aria-expanded') !== 'true') return;
    if (!input.getAttribute('aria-activedescendant')) setTimeout(() => void submit());
  };

  return (
    <search>
      <form
        ref={form}
        className="search-line"
        {...FIRST}
        aria-label="Search flights"
        onSubmit={onSubmit}
        onKeyDownCapture={onKeyDownCapture}
        noValidate
      >
        <PlaceField className="air from" label="From" placeholder="All airports" value={from} onChange={(code) => wish({ from: code })} />
        <AriaButton className="swap" aria-label="Swap from and to" onPress={() => wish({ from: to, to: from })}>
          <Icon name="swap" size={16} />
        </AriaButton>
        <PlaceField className="air to" label="To" placeholder="Anywhere" value={to} onChange={(code) => wish({ to: code })} />
        <DateField />
        <PartyField />
        <CabinField />
        <LeavesField />
        <StopsField />
        <Button variant="go" type="submit" kbd="Enter" className={waiting ? 'pending' : ''}>
          Search
        </Button>
        <SearchTail />
      </form>
    </search>
  );
}
