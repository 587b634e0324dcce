import { memo } from 'react';
import { Confirmation } from '../pay/confirmation.tsx';
import { PayHold } from '../pay/pay-hold.tsx';
import { LostHold } from '../sale/lost-hold.tsx';
import { PassengersPanel } from '../sale/passengers-panel.tsx';
import { PlaceHold } from '../sale/place-hold.tsx';
import { PricePanel } from '../sale/price-panel.tsx';
import type { Sale } from '../sale/sale.ts';
import '../sale/sale-column.css';

interface SaleColumnsProps {
  sale: Sale;
  flightId: number;
  listed: boolean;
  onList: () => void;
}

/** The columns below the seats: who travels, why this price, the hold; at the end the receipt. They are drawn again when the sale changes, not when seats change. */
export const SaleColumns = memo(function SaleColumns({ sale, flightId, listed, onList }: SaleColumnsProps) {
  if (sale.stage === 'confirmed' && sale.booking)
    return <Confirmation booking={sale.booking} changeGiven={sale.changeGiven} outcome={sale.outcome} />;
  return (
    <div className="sale-columns">
      <PassengersPanel sale={sale} flightId={flightId} onList={onList} listed={listed} />
      <PricePanel sale={sale} />
      <HoldPanel sale={sale} />
    </div>
  );
});

/** The third column: what will be held, then the hold and its payment, then its end. */
function HoldPanel({ sale }: { sale: Sale }) {
  if (sale.stage === 'seats') return <PlaceHold sale={sale} />;
  if (sale.stage === 'lost') return <LostHold sale={sale} />;
  return sale.booking ? <PayHold sale={sale} booking={sale.booking} /> : null;
}
