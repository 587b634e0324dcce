import './list-panel.css';
import type { ReactElement, ReactNode } from 'react';
import type { Refusal } from '../../shared/refusals.ts';
import { RefusalLine } from '../parts/refusal-line.tsx';

interface ListPanelProps {
  /** Of the heading, which names the panel and its table. */
  id: string;
  title: string;
  /** How many there are and in which order; null until they were read. */
  counted: string | null;
  refusal: Refusal | null;
  /** Stands in the place of the table when there is nothing. */
  empty: ReactElement;
  /** The heads of the columns. The actions of a row stand in one more. */
  heads: ReactNode;
  rows: readonly ReactElement[];
}

/** A list that supervisors keep, each row with its actions. */
export function ListPanel({ id, title, counted, refusal, empty, heads, rows }: ListPanelProps) {
  return (
    <section className="ad-list" aria-labelledby={id}>
      <div className="panel-h">
        <h2 id={id}>{title}</h2>
        <span className="s12 t3">{counted ?? 'reading'}</span>
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
