import { Button } from '../parts/button.tsx';
import { HoldMinutes } from './hold-minutes.tsx';
import { isReadyToHold, type Sale } from './sale.ts';
import { holdWithoutSeats } from './sale-actions.ts';

/** Under the hold: the same without picking seats, and for how long. `isOff`: nothing can be held. */
export function HoldWithout({ sale, isOff }: { sale: Sale; isOff: boolean }) {
  // A button that went grey would lose the focus, and the next Enter would fall on something else.
  const holding = sale.busy === 'holding';
  const told = sale.refusal?.code === 'NO_SEAT_LEFT';
  return (
    <div className="hold-without">
      {isReadyToHold(sale) ? null : (
        <>
          <Button kbd="S" isDisabled={isOff} isPending={holding} onPress={() => void holdWithoutSeats('best')}>
            {sale.party.length > 1 ? `Hold ${sale.party.length} together` : 'Hold the best'}
          </Button>
          <Button
            kbd="Shift S"
            isDisabled={isOff}
            isPending={holding}
            {...(told ? { variant: 'danger' } : {})}
            onPress={() => void holdWithoutSeats('open')}
          >
            {told ? 'Hold above the seats' : 'No seat yet'}
          </Button>
        </>
      )}
      <HoldMinutes sale={sale} />
    </div>
  );
}
