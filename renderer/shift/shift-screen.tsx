import './shift.css';
import { useEffect, useRef, useState } from 'react';
import { useSession } from '../client/session-store.ts';
import { elapsed, localTime } from '../format/times.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { Sheet } from '../print/print-sheet.tsx';
import { useNow } from '../stores/clock-store.ts';
import { loadShift, lookElsewhere, useShiftNow } from '../stores/shift-now-store.ts';
import { CashPanel } from './cash-panel.tsx';
import { CountPanel } from './count-panel.tsx';
import { dropCount, sumText, useCount } from './count-store.ts';
import { JustOpened } from './just-opened.tsx';
import { MoveCashDialog } from './move-cash-dialog.tsx';
import { OpenShift } from './open-shift.tsx';
import { personName } from './people.ts';
import { Reports } from './reports.tsx';
import { useSales } from './sales-store.ts';
import { printX } from './shift-actions.tsx';
import { ShiftBar } from './shift-bar.tsx';
import { TendersPanel } from './tenders-panel.tsx';
import { whoseShift } from './whose-shift.ts';

const MINUTE = 60_000;

/** The drawer of this desk, for a supervisor of another one too: opened with a float, counted, closed with a Z; and what was sold. */
export function ShiftScreen() {
  const { now, elsewhere, refusal } = useShiftNow();
  const session = useSession((state) => state.session);
  const home = useSession(({ state }) => state?.home);
  const counting = useCount(({ open }) => open);
  const [moving, setMoving] = useState(false);
  const people = useSales((state) => state.people);
  const at = useNow(MINUTE);
  useEffect(() => void loadShift(), []);
  // The first piece takes the focus when the count begins.
  useEffect(() => {
    if (counting) document.querySelector<HTMLInputElement>('.sh-count input')?.focus();
  }, [counting]);
  const zone = home?.zone ?? 'UTC';
  const airport = home?.airport ?? 'Z';
  const shift = elsewhere?.report ?? now?.shift ?? null;
  const lastZ = (elsewhere ?? now)?.lastZ ?? null;
  const nextZ = (lastZ ?? 0) + 1;
  const wasClosed = useRef(false);
  if (now && !shift) wasClosed.current = true;
  const shown = useRef(shift?.shiftId);
  // What was counted of one drawer is no count of another.
  useEffect(() => {
    if (shift && shown.current !== undefined && shown.current !== shift.shiftId) dropCount();
    if (shift) shown.current = shift.shiftId;
  }, [shift]);
  const shownElsewhere = elsewhere?.report.shiftId;
  // Its row in the list is no button any more. What is done with it next gets the focus.
  useEffect(() => {
    if (shownElsewhere !== undefined) document.querySelector<HTMLElement>('.sh-bar .btn.go')?.focus();
  }, [shownElsewhere]);
  const whose = shift
    ? whoseShift(shift, {
        ...{ session, now: at, zone, airport, name: personName(people, shift.user) },
        forgottenAt: elsewhere ? null : (now?.forgottenAt ?? null),
      })
    : null;
  return (
    <section className="sh-screen" aria-label="Shift">
      <div className="title">
        <h1>Shift</h1>
        {shift ? (
          <>
            <span className="med">
              open since {localTime(shift.openedAt, zone)}{' '}
              <span className="t3">{elapsed(Math.max(0, Math.floor((at - shift.openedAt) / MINUTE)))}</span>
            </span>
            <span className="t2 prop">
              {personName(people, shift.user)}, desk {shift.desk}
            </span>
          </>
        ) : null}
        {now ? <span className="t2">{lastZ === null ? 'No close yet' : `Last close Z ${lastZ}`}</span> : null}
        <span className="push t2 s12 cut">
          {(now?.running.length ?? 0) > 0
            ? `Holds with cards taken, not in these figures: ${now?.running.map((one) => `${one.locator} ${sumText([one])}`).join(', ')}`
            : ''}
        </span>
        {shift ? (
          <span className="sh-x" {...LETTERS_ACT}>
            <Button kbd="X" onPress={() => void printX(shift.shiftId, zone, airport, 'paper')}>
              X report
            </Button>
            <Button kbd="Shift X" onPress={() => void printX(shift.shiftId, zone, airport, 'pdf')}>
              PDF
            </Button>
          </span>
        ) : null}
      </div>
      <RefusalLine refusal={refusal} className="sh-refusal" />
      {now && shift && whose ? (
        <div className="sh-top">
          <CashPanel report={shift} zone={zone} />
          <TendersPanel report={shift} zone={zone} />
          <CountPanel report={shift} {...{ nextZ, mayEnd: whose.mayEnd }} />
        </div>
      ) : now ? (
        <div className="sh-top closed">
          <OpenShift key={now.lastZ} now={now} />
        </div>
      ) : null}
      <Reports zone={zone} airport={airport} />
      {shift && whose ? (
        <ShiftBar
          report={shift}
          {...{ whose, nextZ, zone, airport }}
          onMove={() => setMoving(true)}
          onBack={elsewhere ? () => void lookElsewhere(null) : undefined}
        />
      ) : null}
      {shift && (wasClosed.current || elsewhere) ? <JustOpened key={shift.shiftId} /> : null}
      {shift && moving ? <MoveCashDialog report={shift} onClose={() => setMoving(false)} /> : null}
      <Sheet />
    </section>
  );
}
