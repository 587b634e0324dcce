import { type KeyboardEvent, useEffect, useRef } from 'react';
import { filterWords } from '../../shared/pricing/filter-words.ts';
import { readFlightFilter } from '../../shared/pricing/flight-filter.ts';
import { countText } from '../format/count-text.ts';
import { Icon } from '../parts/icon.tsx';
import { Tag } from '../parts/tag.tsx';
import { TextField } from '../parts/text-field.tsx';
import { askFlights, typeLine, useFlights } from './flights-store.ts';

/** The list is asked for when nothing was typed for so long. */
const TYPED_MS = 300;

/** What is looked for, typed in one line and read back in words; where it cannot be read, that part and why. */
export function FilterLine({ onTyped }: { onTyped: () => void }) {
  const line = useFlights((state) => state.line ?? '');
  const list = useFlights((state) => state.list);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const read = readFlightFilter(line);
  const type = (text: string): void => {
    typeLine(text);
    onTyped();
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void askFlights(), TYPED_MS);
  };
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Enter' || event.ctrlKey) return;
    event.preventDefault();
    clearTimeout(timer.current);
    const work = event.currentTarget.closest('.fl-work');
    void askFlights().then(() => work?.querySelector<HTMLElement>('.fl-rows [tabindex="0"]')?.focus());
  };
  return (
    <search className="fl-filter" onKeyDown={press}>
      <TextField
        aria-label="Filter flights"
        className="fl-line"
        placeholder="JFK-LAX d<30 load<60"
        lead={<Icon name="search" size={14} />}
        value={line}
        onChange={type}
      />
      {read.ok ? (
        <span className="fl-read">
          {filterWords(read.filter).map((words) => (
            <Tag key={words}>{words}</Tag>
          ))}
        </span>
      ) : (
        <span className="fl-read wrong" role="alert">
          <b className="code">{line.slice(read.problem.at, read.problem.at + read.problem.length)}</b> {read.problem.says}.
        </span>
      )}
      <span className="push t2 s12">
        {list && read.ok ? (
          <>
            <b className="str">{countText(list.matched)}</b> of {countText(list.of)} flights
          </>
        ) : null}
      </span>
    </search>
  );
}
