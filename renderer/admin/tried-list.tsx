import type { ReactNode } from 'react';
import { localTime } from '../format/times.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { walkRows } from '../parts/walk-rows.ts';
import { ageText } from './job-words.ts';

/** What is tried until it is done: a job, a message. */
interface Tried {
  readonly locator: string;
  readonly since: number;
  /** Null: it is not tried by itself. */
  readonly nextAt: number | null;
  readonly tries: readonly { readonly answer: string }[];
}

interface TriedColumn<Item> {
  readonly head: string;
  readonly className: string;
  readonly cell: (item: Item) => string;
}

interface TriedListProps<Item extends Tried> {
  items: readonly Item[];
  chosen: Item;
  onChoose: (item: Item) => void;
  /** The number by which `focusTried` finds its row. */
  idOf: (item: Item) => number;
  standingOf: (item: Item) => { readonly text: string; readonly icon: IconName; readonly tone: string };
  /** Beside those that all have. */
  columns: readonly TriedColumn<Item>[];
  /** Said for a next try that has no time. */
  untimed: (item: Item) => string;
  zone: string;
  now: number;
  labelledBy: string;
  /** Under the list, of what is not shown. */
  more: ReactNode;
}

/** Puts the focus on the row of what has this number. */
export const focusTried = (id: number): void => document.querySelector<HTMLElement>(`[data-tried="${id}"]`)?.focus();

/** What is not done yet. The arrow keys move the focus, and what has the focus is chosen. */
export function TriedList<Item extends Tried>(props: TriedListProps<Item>) {
  const { items, chosen, idOf, columns, labelledBy, more, onChoose } = props;
  const at = items.indexOf(chosen);
  return (
    <div className="jb-rows" {...LETTERS_ACT}>
      <table className="grid-table" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">For</th>
            <th scope="col">State</th>
            {columns.map(({ head, className }) => (
              <th key={head} scope="col" className={className.startsWith('num') ? 'num' : undefined}>
                {head}
              </th>
            ))}
            <th scope="col" className="num">
              Since
            </th>
            <th scope="col" className="num">
              Tries
            </th>
            <th scope="col">Last answer</th>
            <th scope="col" className="num">
              Next try
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={(event) => walkRows(event, at)}>
          {items.map((item) => (
            <TriedRow key={idOf(item)} {...props} item={item} isChosen={item === chosen} choose={() => item !== chosen && onChoose(item)} />
          ))}
        </tbody>
      </table>
      {more}
    </div>
  );
}

type TriedRowProps<Item extends Tried> = TriedListProps<Item> & { item: Item; isChosen: boolean; choose: () => void };

function TriedRow<Item extends Tried>({ item, isChosen, choose, idOf, standingOf, columns, untimed, zone, now }: TriedRowProps<Item>) {
  const { text, icon, tone } = standingOf(item);
  const { nextAt, tries } = item;
  const next = nextAt === null ? untimed(item) : nextAt <= now ? 'now' : localTime(nextAt, zone);
  return (
    // The button in the row does the same for the keyboard; the row only makes a larger target for the pointer.
    <tr className={isChosen ? 'is-chosen' : undefined} onClick={choose}>
      <td>
        <button
          type="button"
          className="jb-choose code"
          tabIndex={isChosen ? 0 : -1}
          aria-pressed={isChosen}
          data-tried={idOf(item)}
          onFocus={choose}
        >
          {item.locator}
        </button>
      </td>
      <td>
        <span className={`ad-state ${tone}`}>
          <Icon name={icon} size={13} />
          {text}
        </span>
      </td>
      {columns.map(({ head, className, cell }) => (
        <td key={head} className={className}>
          {cell(item)}
        </td>
      ))}
      <td className="num t2">{ageText(now - item.since)}</td>
      <td className={tries.length > 0 ? 'num' : 'num t3'}>{tries.length}</td>
      <td className="jb-cut t2" title={tries.at(-1)?.answer}>
        {tries.at(-1)?.answer ?? <span className="t3">not tried yet</span>}
      </td>
      <td className={nextAt === null ? 'num t3' : 'num'}>{next}</td>
    </tr>
  );
}
