import './list-panel.css';
import { type ReactElement, type ReactNode, useLayoutEffect, useRef } from 'react';
import type { Refusal } from '../../shared/refusals.ts';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { useNarrow } from '../parts/use-narrow.ts';

interface ListPanelProps {
  /** Of the heading, which names the panel and its table. */
  id: string;
  title: string;
  /** What the form beside it does: Add user. */
  adds: string;
  /** How many there are and in which order; null until they were read. */
  counted: string | null;
  refusal: Refusal | null;
  /** Stands in the place of the table when there is nothing. */
  empty: ReactElement;
  /** The heads of the columns. The actions of a row stand in one more. */
  heads: ReactNode;
  rows: readonly ReactElement[];
}

const formBeside = (list: HTMLElement | null) => list?.parentElement?.querySelector('form');

/** A list that supervisors keep, each row with its actions. */
export function ListPanel({ id, title, adds, counted, refusal, empty, heads, rows }: ListPanelProps) {
  const narrow = useNarrow();
  const section = useRef<HTMLElement>(null);
  const goToForm = (): void => {
    const form = formBeside(section.current);
    form?.scrollIntoView?.({ block: 'nearest' });
    form?.querySelector<HTMLElement>('input:enabled')?.focus();
  };
  const shown = rows.length;
  useLayoutEffect(() => {
    // Rows that come above it push a form away in which somebody is: the list is read only now, or another supervisor has added one.
    const form = narrow && shown > 0 ? formBeside(section.current) : null;
    if (form?.contains(document.activeElement)) form.scrollIntoView?.({ block: 'nearest' });
  }, [narrow, shown]);
  return (
    <section ref={section} className="ad-list" aria-labelledby={id}>
      <div className="panel-h">
        <h2 id={id}>{title}</h2>
        <span className="s12 t3">{counted ?? 'reading'}</span>
        {/* There the form stands under the list, and may be out of sight. */}
        {narrow ? (
          <Button className="push ad-toform" onPress={goToForm}>
            {adds}
          </Button>
        ) : null}
      </div>
      {refusal ? (
        <RefusalLine refusal={refusal} />
      ) : counted !== null && rows.length === 0 ? (
        empty
      ) : (
        <table className="grid-table" aria-labelledby={id}>
          <thead>
            <tr>
              {heads}
              <th scope="col">
                <span className="aside">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>{rows}</tbody>
        </table>
      )}
    </section>
  );
}
