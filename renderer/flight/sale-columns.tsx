import { memo } from 'react';
import { Confirmation } from '../pay/confirmation.tsx';
import { PassengersPanel } from '../sale/passengers-panel.tsx';
import { PricePanel } from '../sale/price-panel.tsx';
import type { Sale } from '../sale/sale.ts';
import { HoldPanel } from './hold-panel.tsx';

interface SaleColumnsProps {
  sale: Sale;
  flightId: number;
  listed: boolean;
  onList: () => void;
}

/** The columns below the seats: who travels, why this price, the hold; at the end the receipt. They are drawn again when the sale changes, not when seats change. */
export const SaleColumns = memo(function SaleColumns({ sale, flightId, listed, onList }: SaleColumnsProps) {
  if (sale.stage === 'confirmed' && sale.booking) return <Confirmation booking={sale.booking} />;
  return (
    <div className="sale-columns">
      <PassengersPanel sale={sale} flightId={flightId} onList={onList} listed={listed} />
      <PricePanel sale={sale} />
      <HoldPanel sale={sale} />
    </div>
  );
});
