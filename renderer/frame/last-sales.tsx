import { memo } from 'react';
import type { Output } from '../../shared/contract.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { shownState } from '../../shared/shown-state.ts';
import { useSession } from '../client/session-store.ts';
import { clockText } from '../format/clock-text.ts';
import { dateLabel, localDay } from '../format/times.ts';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { serverNow } from '../stores/clock-store.ts';
import { go } from '../stores/navigation-store.ts';
import { today } from '../stores/today.ts';
import { closeLastSales, showLastSales, useLastSales } from './last-sales-store.ts';
import { ListBehindKey } from './list-behind-key.tsx';
import './last-sales.css';

type LastSale = Output<'bookings.lastOfDesk'>['sales'][number];

/**
 * The last five sales of this desk, behind `Alt 0`: locator, names, total and change of a customer who has just gone, or comes back. It takes
 * nothing from the tray, which is drawn anew four times a second.
 */
export const LastSales = memo(function LastSales() {
  const { isOpen, answer } = useLastSales();
  const open = (sale: LastSale): void => {
    closeLastSales();
    go({ name: 'reservations', bookingId: sale.bookingId });
  };
  return (
    <ListBehindKey
      kbd="Alt 0"
      word="Last sales"
      label="Last five sales"
      title="Last sales of this desk"
      width={760}
      isOpen={isOpen}
      onOpen={() => void showLastSales()}
      onClose={closeLastSales}
    >
      {answer?.ok === false ? <RefusalLine refusal={answer.refusal} /> : null}
      {answer?.ok ? <SaleRows sales={answer.value.sales} onOpen={open} /> : null}
    </ListBehindKey>
  );
});

function SaleRows({ sales, onOpen }: { sales: readonly LastSale[]; onOpen: (sale: LastSale) => void }) {
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  if (sales.length === 0) return <p className="t2">Nothing was sold at this desk yet.</p>;
  return (
    <ol
      className="last-sales"
      onKeyDown={({ key }) => {
        const sale = /^[1-5]$/.test(key) ? sales[Number(key) - 1] : undefined;
        if (sale) onOpen(sale);
      }}
    >
      {sales.map((sale, index) => (
        <li key={sale.bookingId}>
          {/* biome-ignore lint/a11y/noAutofocus: the list of a dialog that was asked for */}
          <button type="button" autoFocus={index === 0} aria-keyshortcuts={String(index + 1)} onClick={() => onOpen(sale)}>
            <kbd aria-hidden>{index + 1}</kbd>
            <span className="code str">{sale.locator}</span>
            <span className="names">
              <span className="cut">{sale.names[0]}</span>{' '}
              {sale.names.length > 1 ? <span className="t2 s12">and {sale.names.length - 1} more</span> : null}
            </span>
            <span className="t2 s12">
              {localDay(sale.at, zone) === today(zone) ? '' : `${dateLabel(localDay(sale.at, zone))} `}
              {clockText(sale.at, zone)}
              {sale.state === 'CANCELLED' ? ', cancelled' : ''}
              {shownState(sale, serverNow()) === 'FLOWN' ? ', flown' : ''}
            </span>
            <span className="num str">
              {moneyText(minor(sale.total), sale.currency)} {sale.currency}
            </span>
            <span className="num s12 t2">{sale.change > 0 ? `change ${moneyText(minor(sale.change), sale.currency)}` : 'no change'}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
