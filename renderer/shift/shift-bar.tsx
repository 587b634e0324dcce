import './shift-bar.css';
import { useEffect, useRef } from 'react';
import type { ShiftReport } from '../../shared/methods/shifts.ts';
import { ACTION_ROW } from '../keys/key-place.ts';
import { useKeys } from '../keys/use-keys.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { beginCount, countOf, dropCount, sumOfCount, sumText, useCount } from './count-store.ts';
import { closeAndPrint, giveCountIn, printX } from './shift-actions.tsx';
import { useShownLong } from './use-shown-long.ts';
import type { WhoseShift } from './whose-shift.ts';

interface ShiftBarProps {
  report: ShiftReport;
  whose: WhoseShift;
  nextZ: number;
  zone: string;
  airport: string;
  onMove: () => void;
  /** Back to the shift of this desk, while that of another one is shown. */
  onBack?: (() => void) | undefined;
}

/** What is done with the open shift next: count, give the count in, close. */
export function ShiftBar({ report, whose, nextZ, zone, airport, onMove, onBack }: ShiftBarProps) {
  const { open, typed, reason, busy, refusal } = useCount();
  const counted = report.counted && !report.counted.outdated ? report.counted : null;
  const difference = counted?.currencies.some((one) => one.counted !== one.expected) ?? false;
  const counts = report.cash.map(({ currency }) => countOf(currency, typed));
  const soFar = sumText(counts.flatMap((count) => (count ? [{ currency: count.currency, amount: sumOfCount(count) }] : [])));
  const given = open ? undefined : counted?.number;
  const read = useShownLong(given);
  const close = () => void closeAndPrint(report, zone, airport);
  const begin = whose.mayEnd ? beginCount : undefined;
  const next = open ? () => void giveCountIn(report) : read && whose.mayEnd ? close : undefined;
  const bar = useRef<HTMLElement>(null);
  const before = useRef(given);
  // The fields of the count are gone. What is asked for next gets the focus: why it differs, or to close.
  useEffect(() => {
    if (given !== undefined && given !== before.current) bar.current?.querySelector<HTMLElement>('.sh-reason input, .btn.go')?.focus();
    before.current = given;
  }, [given]);
  const reasonMissing = refusal?.code === 'SHIFT_REASON_MISSING' ? refusal : null;
  useEffect(() => {
    if (reasonMissing) bar.current?.querySelector<HTMLElement>('.sh-reason input')?.focus();
  }, [reasonMissing]);
  useKeys('shift', {
    X: () => void printX(report.shiftId, zone, airport, 'paper'),
    'Shift X': () => void printX(report.shiftId, zone, airport, 'pdf'),
    C: open || counted ? undefined : begin,
    R: report.counted && !open ? begin : undefined,
    M: whose.mayMove ? onMove : undefined,
    'Ctrl Enter': next,
    Esc: open ? dropCount : onBack,
  });
  const press = (say: string, does: () => void) => (event: { pointerType: string }) =>
    event.pointerType === 'keyboard' ? announce(say) : does();
  return (
    <footer className="action-bar sh-bar" ref={bar} {...ACTION_ROW}>
      {open ? (
        <>
          <span className="t2 cut">Count what lies in the drawer. What is expected is shown when the count is given in.</span>
          <Button variant="quiet" className="push" kbd="Esc" onPress={dropCount}>
            Keep the shift open
          </Button>
          <Button
            variant="go"
            kbd="Ctrl Enter"
            isPending={busy}
            onPress={press('Ctrl Enter gives the count in.', () => void giveCountIn(report))}
          >
            Give in the count{soFar ? `, ${soFar} so far` : ''}
          </Button>
        </>
      ) : counted && whose.mayEnd ? (
        <>
          {difference ? (
            <TextField
              aria-label="Reason of the difference"
              className="sh-reason"
              placeholder="Why the count differs"
              maxLength={200}
              value={reason}
              onChange={(text) => useCount.setState({ reason: text })}
            />
          ) : (
            <span className="ok">The count agrees.</span>
          )}
          <Button variant="quiet" className="push" kbd="R" onPress={beginCount}>
            Count again
          </Button>
          <Button
            variant="go"
            kbd="Ctrl Enter"
            isPending={busy || !read}
            onPress={press(`Ctrl Enter closes the shift with Z ${nextZ}.`, close)}
          >
            Close and print Z {nextZ}
          </Button>
        </>
      ) : (
        <>
          <span className="t2 cut prop">{whose.words}</span>
          <span className="push" />
          {onBack ? (
            <Button variant="quiet" kbd="Esc" onPress={onBack}>
              Back to this desk
            </Button>
          ) : null}
          {whose.mayMove ? (
            <Button kbd="M" onPress={onMove}>
              Cash without a sale
            </Button>
          ) : null}
          {whose.mayEnd ? (
            <Button variant="go" kbd={report.counted ? 'R' : 'C'} onPress={beginCount}>
              {report.counted ? 'Count again' : 'Count the drawer'}
            </Button>
          ) : null}
        </>
      )}
      <RefusalLine refusal={refusal} className="sh-bar-refusal" />
    </footer>
  );
}
