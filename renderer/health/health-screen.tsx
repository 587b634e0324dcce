import './health.css';
import './figure-list.css';
import { useEffect, useState } from 'react';
import type { FigureName } from '../../shared/health/figures.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../shared/instants.ts';
import type { FigureView } from '../../shared/methods/health.ts';
import { useSession } from '../client/session-store.ts';
import { localTime } from '../format/times.ts';
import { SCROLLS } from '../keys/key-place.ts';
import { useKeys } from '../keys/use-keys.ts';
import { afterDialog } from '../parts/after-dialog.ts';
import { Empty } from '../parts/empty.tsx';
import { KeyHint } from '../parts/key-hint.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { useNow } from '../stores/clock-store.ts';
import { useHealth } from '../stores/health-store.ts';
import { AcknowledgeDialog } from './acknowledge-dialog.tsx';
import { AlarmList } from './alarm-list.tsx';
import { ConsolesPanel } from './consoles-panel.tsx';
import { DayDialog } from './day-dialog.tsx';
import { FigureList } from './figure-list.tsx';
import { backUpNow, copyHealth, recheckHealth } from './health-deeds.ts';
import { HealthTitle } from './health-title.tsx';
import { LimitDialog } from './limit-dialog.tsx';
import { TodayPanel } from './today-panel.tsx';

const RENEWED_MS = 5 * SECOND_MS;

/** What is open above the screen, and of which figure. */
type Open = { readonly what: 'day' | 'acknowledge' | 'limit'; readonly figure: FigureName } | null;

/** How the hub does: each figure with its limit and its last hour, alarms, and who is on line. Supervisors see to alarms and set limits. */
export function HealthScreen() {
  const { view, refusal, chosen: chosenName } = useHealth();
  const home = useSession(({ state }) => state?.home);
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  const [open, setOpen] = useState<Open>(null);
  const now = useNow(MINUTE_MS);
  useEffect(() => {
    const { load } = useHealth.getState();
    void load();
    const renew = setInterval(() => void load(), RENEWED_MS);
    return () => clearInterval(renew);
  }, []);
  const zone = home?.zone ?? 'UTC';
  const airport = home?.airport ?? 'Z';
  const chosen = view?.figures.find(({ figure }) => figure === chosenName) ?? view?.figures[0];
  const ofOpen = view?.figures.find(({ figure }) => figure === open?.figure);
  const rings = ringing(view?.figures, chosen);
  const acknowledge = supervisor && rings ? () => setOpen({ what: 'acknowledge', figure: rings }) : undefined;
  useKeys('health', {
    A: acknowledge,
    T: supervisor && chosen ? () => setOpen({ what: 'limit', figure: chosen.figure }) : undefined,
    B: supervisor ? () => void backUpNow() : undefined,
    R: () => void recheckHealth(),
    C: view ? () => void copyHealth(view, zone, airport) : undefined,
  });
  if (!view || !chosen) {
    return (
      <section className="hl-screen" aria-label="Health">
        <div className="title">
          <h1>Health</h1>
        </div>
        {refusal ? <RefusalLine refusal={refusal} className="hl-refusal" /> : <Empty title="The figures are being asked for." />}
      </section>
    );
  }
  const close = () => setOpen(null);
  const limitNext = (figure: FigureName) => {
    close();
    afterDialog(() => setOpen({ what: 'limit', figure }));
  };
  return (
    <section className="hl-screen" aria-label="Health">
      <HealthTitle
        {...{ view, zone, airport }}
        onRecheck={() => void recheckHealth()}
        onCopy={() => void copyHealth(view, zone, airport)}
        onBackUp={supervisor ? () => void backUpNow() : undefined}
      />
      <RefusalLine refusal={refusal} className="hl-refusal" />
      <div className="hl-work">
        <div className="hl-figures">
          <div className="hl-head" aria-hidden="true">
            <span>State</span>
            <span>Figure</span>
            <span className="num">Now</span>
            <span className="num">Limit</span>
            <span className="hl-span">
              <span>{localTime(view.checkedAt - HOUR_MS, zone)}</span>
              <span>last hour, limit dashed</span>
              <span>{localTime(view.checkedAt, zone)}</span>
            </span>
          </div>
          <FigureList
            figures={view.figures}
            chosen={chosen}
            onChoose={useHealth.getState().choose}
            onOpen={(figure) => setOpen({ what: 'day', figure })}
          />
          <div className="hl-keys">
            <span className="keys">
              <KeyHint keys={['↑', '↓']}>figure</KeyHint>
              <KeyHint keys={['Enter']}>last 24 hours</KeyHint>
              {supervisor ? <KeyHint keys={['A']}>acknowledge, with a note</KeyHint> : null}
              {supervisor ? <KeyHint keys={['T']}>set limit</KeyHint> : null}
            </span>
          </div>
        </div>
        <aside className="hl-aside" aria-label="Alarms, consoles, today" {...SCROLLS}>
          <AlarmList
            alarms={view.alarms}
            {...{ zone, now, rings }}
            onAcknowledge={supervisor ? (figure) => setOpen({ what: 'acknowledge', figure }) : undefined}
          />
          <ConsolesPanel consoles={view.consoles} terminal={view.terminal} zone={zone} />
          <TodayPanel today={view.today} {...{ zone, airport }} />
        </aside>
      </div>
      {ofOpen && open?.what === 'acknowledge' ? <AcknowledgeDialog view={ofOpen} zone={zone} onClose={close} /> : null}
      {ofOpen && open?.what === 'limit' ? <LimitDialog view={ofOpen} onClose={close} /> : null}
      {ofOpen && open?.what === 'day' ? (
        <DayDialog view={ofOpen} zone={zone} onClose={close} onLimit={supervisor ? () => limitNext(ofOpen.figure) : undefined} />
      ) : null}
    </section>
  );
}

/** The alarm that `A` is about: that of the chosen figure, else the first that nobody has seen to. */
function ringing(figures: readonly FigureView[] | undefined, chosen: FigureView | undefined): FigureName | undefined {
  if (chosen?.state === 'over' || chosen?.state === 'seen') return chosen.figure;
  return figures?.find(({ state }) => state === 'over')?.figure;
}
