import { type Minor, minor, moneyText } from '../../shared/money.ts';
import { CABIN_NAMES } from '../../shared/seat-map.ts';
import { LoadBar } from '../parts/load-bar.tsx';
import { Tag } from '../parts/tag.tsx';
import type { RowCabin } from './board-row.ts';
import type { PriceMove } from './board-store.ts';
import { asCell } from './grid-roles.ts';
import { useSecondsSince } from './use-seconds-since.ts';

interface CabinCellProps {
  cabins: readonly RowCabin[];
  /** Seats that the party needs. */
  seats: number;
  /** The cabin whose price stands for the row: the one strong figure. */
  strong: string | null;
  /** The flight has departed or is cancelled: its load is shown, and nothing can be bought. */
  over: boolean;
  column: number;
  /** Null when the flights of the row are priced in several currencies, so that they cannot be sold together. */
  currency: string | null;
  /** Whether the head of the list leaves the currency to each row. */
  named: boolean;
  priceMove?: (PriceMove & { readonly key: string }) | undefined;
}

/** A mark for a price that went up or down a moment ago, with words for screen readers. */
function PriceMark({ move, currency }: { move: PriceMove; currency: string }) {
  if (useSecondsSince(move.at) === undefined) return null;
  const words = `${move.by > 0 ? 'up' : 'down'} ${moneyText(minor(Math.abs(move.by)), currency)} per passenger`;
  return (
    <span className="price-mark" title={words}>
      <span aria-hidden="true">{move.by > 0 ? '\u25b2' : '\u25bc'}</span>
      <span className="aside">{words}</span>
    </span>
  );
}

interface PriceProps extends Pick<CabinCellProps, 'currency' | 'named' | 'seats' | 'priceMove'> {
  cabin: RowCabin;
  strong: boolean;
}

function Price({ cabin, currency, named, seats, strong, priceMove }: PriceProps) {
  if (cabin.free < 0) return <Tag kind="bad">{-cabin.free} over</Tag>;
  if (cabin.free === 0) return <span className="t3">full</span>;
  if (cabin.free < seats) return <span className="t3">too few</span>;
  if (currency === null) return <span className="t3">two prices</span>;
  const total: Minor = minor(cabin.each * seats);
  return (
    <span className={strong ? 'price' : 't2'}>
      {priceMove ? <PriceMark move={priceMove} currency={currency} /> : null}
      {moneyText(total, currency)}
      {named ? <span className="s12 t3"> {currency}</span> : null}
    </span>
  );
}

/** Load, free seats and price of a cabin side by side. Its cabin is opened by a press. */
export function CabinCell({ cabins, currency, named, seats, strong, over, column, priceMove }: CabinCellProps) {
  return (
    <span {...asCell(column)} className={cabins.length > 1 ? 'cabins two' : 'cabins'}>
      {cabins.map((cabin) => (
        <span
          key={cabin.cabin}
          className="cabin"
          data-cabin={cabin.cabin}
          title={`Open ${CABIN_NAMES[cabin.cabin]}, fewest free on ${cabin.flight}`}
        >
          <LoadBar {...cabin} />
          <span className="num">
            {over ? null : (
              <Price
                cabin={cabin}
                currency={currency}
                named={named}
                seats={seats}
                strong={strong === cabin.cabin}
                priceMove={priceMove?.key.endsWith(cabin.cabin) ? priceMove : undefined}
              />
            )}
          </span>
        </span>
      ))}
    </span>
  );
}
