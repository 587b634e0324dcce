import { useRef, useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import type { ClassOverride } from '../../shared/methods/class-overrides.ts';
import { CABIN_NAMES } from '../../shared/seat-map.ts';
import { useSession } from '../client/session-store.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { useDeeds } from '../keys/use-keys.ts';
import { Button } from '../parts/button.tsx';
import { toast } from '../parts/toast.tsx';
import { offerUndo } from '../parts/undo.tsx';
import { ClassByHand } from './class-by-hand.tsx';
import { ClassTable } from './class-table.tsx';
import { DECISION_WORDS, routeDaysText } from './class-words.ts';
import { askFlights } from './flights-store.ts';
import { type Decided, useClassDecisions } from './use-class-decisions.ts';
import { momentText } from './version-words.ts';

interface ClassPanelProps {
  look: Output<'pricing.flight'>;
  /** The flight is to be looked at again. */
  onDecided: () => void;
}

/** The booking classes of the chosen flight, and what is decided about them by hand. */
export function ClassPanel({ look, onDecided }: ClassPanelProps) {
  const { classes, flight } = look;
  const home = useSession(({ state }) => state?.home) ?? { airport: '', zone: 'UTC' };
  const { decisions, refusal, saving, decide, forget } = useClassDecisions(flight);
  const [deciding, setDeciding] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const open = (): void => {
    forget();
    if (classes) setDeciding(true);
    else toast(`The policy of ${flight.flight} has no booking classes in ${CABIN_NAMES[flight.cabin]}.`, 'warn');
  };
  // Not to the list: Enter opens a policy there, and it may be pressed twice.
  const close = (): void => {
    panel.current?.focus();
    setDeciding(false);
  };
  const toList = (): void => document.querySelector<HTMLElement>('.fl-choose[tabindex="0"]')?.focus();
  const shown = (): void => {
    onDecided();
    void askFlights(true);
  };
  const send = async (decided: Decided, before: ClassOverride | undefined): Promise<void> => {
    const made = await decide(decided, before?.number ?? 0);
    if (!made) return;
    close();
    shown();
    const place = made.scope.kind === 'route' ? routeDaysText(made.scope) : flight.flight;
    const said = `${place}: ${made.code} ${DECISION_WORDS[made.decision]}`;
    // Only a decision for the very same days comes back whole. Of other days the policy says what is open.
    const back = before && JSON.stringify(before.scope) === JSON.stringify(made.scope) ? before.decision : 'policy';
    offerUndo('class', said, () => {
      void decide({ ...decided, decision: back, reason: `Taken back: ${said}`.slice(0, 200) }, made.number).then(shown);
    });
  };
  // Also while decisions are being read: without a deed the letter would open the command bar.
  useDeeds('flights', { C: open });
  if (!classes) return null;
  const standing = (decisions ?? []).filter((one) => one.cabin === flight.cabin && isStanding(one, decisions ?? [], flight.date));
  return (
    <section
      ref={panel}
      className="fl-classes"
      aria-label="Booking classes and what is by hand"
      tabIndex={-1}
      {...(deciding ? {} : LETTERS_ACT)}
      onKeyDown={(event) => {
        if (event.target !== panel.current || !['ArrowUp', 'ArrowDown', 'Escape'].includes(event.key)) return;
        event.preventDefault();
        toList();
      }}
    >
      <ClassTable look={look} />
      {standing.map((one) => (
        <p key={one.number} className="s12 t2">
          <b className="med">{one.code}</b> {DECISION_WORDS[one.decision]}
          {one.scope.kind === 'route' ? `, ${routeDaysText(one.scope)}` : ''}, {one.author}, {momentText(one.at, home)}: {one.reason}
        </p>
      ))}
      {deciding && decisions ? (
        <ClassByHand
          {...{ flight, classes, decisions, refusal, saving }}
          onDecide={(decided, before) => void send(decided, before)}
          onBack={close}
        />
      ) : (
        <div className="fl-row">
          <Button kbd="C" onPress={open}>
            Open or close a class
          </Button>
        </div>
      )}
    </section>
  );
}

/** Whether a decision is the newest about its class that covers the day, and takes it from the policy. A flight beats its route. `all`: newest first. */
function isStanding(one: ClassOverride, all: readonly ClassOverride[], date: string): boolean {
  const covers = ({ scope }: ClassOverride): boolean => scope.kind === 'flight' || (scope.from <= date && date <= scope.to);
  const newest = (kind: 'flight' | 'route') =>
    all.find((other) => other.scope.kind === kind && other.cabin === one.cabin && other.code === one.code && covers(other));
  const [own, ofRoute] = [newest('flight'), newest('route')];
  return one.decision !== 'policy' && one === (own && own.decision !== 'policy' ? own : ofRoute);
}
