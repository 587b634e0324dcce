import type { ReactNode } from 'react';
import { sortBy } from './board-search.ts';
import { asHead, asRow } from './grid-roles.ts';
import { type Kind, SORTS_OF, type Sort } from './sort-rows.ts';

interface ListHeadProps {
  kind: Kind;
  sort: Sort;
  /** Null when the rows do not share one; then each price names its own. */
  currency: string | null;
  /** How many people the prices are for. */
  seats: number;
}

interface ColumnProps {
  column: number;
  sort: Sort;
  kind: Kind;
  by?: Sort;
  className?: string;
  children?: ReactNode;
  /** What is pressed to sort; the rest of the head is plain. */
  press?: string;
}

/** A head that sorts is pressed with the mouse; by keyboard S does the same, so it is no tab stop of its own. */
function Column({ column, sort, kind, by, className, children, press }: ColumnProps) {
  const sorts = by !== undefined && SORTS_OF[kind].includes(by);
  const on = sorts && sort === by;
  return (
    <span {...asHead(column)} {...(on ? { 'aria-sort': 'ascending' as const } : {})} {...(className ? { className } : {})}>
      {children}
      {sorts ? (
        <button type="button" tabIndex={-1} className={on ? 'sorter on' : 'sorter'} onClick={() => void sortBy(by)}>
          {press}
          <span aria-hidden="true">{on ? ' \u2191' : ''}</span>
        </button>
      ) : press ? (
        <span>{press}</span>
      ) : null}
    </span>
  );
}

export function ListHead({ kind, sort, currency, seats }: ListHeadProps) {
  const money = `${currency ?? 'price'} for ${seats}`;
  const common = { sort, kind };
  return (
    <div {...asRow(1)} className="lh">
      <Column {...common} column={1}>
        <span className="aside">Pin</span>
      </Column>
      <Column {...common} column={2} by="departure" press="Leaves, arrives" />
      <Column {...common} column={3} by="carrier" press="Flight" />
      <Column {...common} column={4} press="Route" />
      <Column {...common} column={5} {...(kind === 'itineraries' ? { by: 'stops', press: 'Stops' } : { press: 'Status' })} />
      <Column {...common} column={6} className="sales-cell" press="Sales" />
      <Column {...common} column={7} by="duration" className="num elapsed-cell" press="Elapsed" />
      <Column {...common} column={8} by="aircraft" className="type-cell" press="Type" />
      <Column {...common} column={9} className="cabin">
        <span>
          Front cabin<span className="lh-free">, free</span>
        </span>
        <span className="num">{money}</span>
      </Column>
      <Column {...common} column={10} className="cabin">
        <span>
          Middle<span className="lh-free">, free</span>
        </span>
        <span className="num">{money}</span>
      </Column>
      <Column {...common} column={11} by="price" className="cabin" press={money}>
        <span>
          Economy<span className="lh-free">, free</span>
        </span>
      </Column>
    </div>
  );
}
