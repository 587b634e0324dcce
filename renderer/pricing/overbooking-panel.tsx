import { useState } from 'react';
import { minor, moneyText } from '../../shared/money.ts';
import { CABIN_NAMES, type Cabin } from '../../shared/seat-map.ts';
import { useDeeds } from '../keys/use-keys.ts';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { offerUndo } from '../parts/undo.tsx';
import { EditAuthorised } from './edit-authorised.tsx';
import type { ToAuthorise } from './read-authorised.ts';
import { type Advice, useOverbooking } from './use-overbooking.ts';

interface OverbookingPanelProps {
  flightId: number;
  /** `VX 407`. */
  name: string;
  cabin: Cabin;
  /** Changes when seats or prices of the flight moved. */
  state: string;
}

/** How many seats of the cabin to sell. It advises; the supervisor takes it, decides otherwise with a reason, or lets it be. */
export function OverbookingPanel({ flightId, name, cabin, state }: OverbookingPanelProps) {
  const { advice, refusal, saving, authorise } = useOverbooking(flightId, cabin, state);
  const [editing, setEditing] = useState(false);
  const [ignored, setIgnored] = useState(false);
  const now = advice?.authorised ?? 0;
  const advised = advice?.byRevenue.authorised ?? 0;
  const before = advice?.percent ?? null;
  // Blocks took every seat, and nobody decided that none is sold: 0 would say so. All seats less those that are blocked are none too.
  const undecided = now === 0 && advice?.decided === null;
  const set = async (next: ToAuthorise, reason: string): Promise<void> => {
    const { seats } = next;
    const reply = await authorise(next, now, reason);
    if (!reply?.ok) return;
    setEditing(false);
    offerUndo('authorised', `${name}, ${CABIN_NAMES[cabin]}: ${seats} seats authorised, before ${now}`, () => {
      void authorise({ seats: now, percent: undecided ? 100 : before }, seats, `Taken back: ${seats} seats`);
    });
  };
  const differs = advice !== null && advised !== now;
  const take = (): void => void set({ seats: advised, percent: null }, 'As advised: the most net revenue');
  useDeeds('flights', { T: differs ? take : undefined, E: advice ? () => setEditing(true) : undefined });
  if (!advice) return null;
  return (
    <section className="fl-over" aria-label="Overbooking advice">
      <h3 className="fl-h">
        Overbooking advice{' '}
        <span className="s12 t3">
          authorised now {now}
          {before === null ? '' : `, ${before} %`}
        </span>
        <b className="push str">{differs ? `authorise ${advised}` : 'as advised'}</b>
      </h3>
      <p className="s12 t2">{ignored ? 'Ignored. It is worked out again when the flight is opened again.' : adviceWords(advice)}</p>
      <RefusalLine refusal={refusal} />
      {editing ? (
        <EditAuthorised advice={advice} saving={saving} onSet={set} onBack={() => setEditing(false)} />
      ) : (
        <div className="fl-row">
          {differs && !ignored ? (
            <Button variant="go" kbd="T" isPending={saving} onPress={take}>
              Take {advised}
            </Button>
          ) : null}
          <Button kbd="E" onPress={() => setEditing(true)}>
            Edit
          </Button>
          {differs ? (
            <Button variant="quiet" onPress={() => setIgnored(!ignored)}>
              {ignored ? 'Show' : 'Ignore'}
            </Button>
          ) : null}
          {differs && !ignored ? <span className="push s12 ok med">{gainText(advice)} a flight</span> : null}
        </div>
      )}
    </section>
  );
}

/** What is expected with the advised number, and what that leans on. */
function adviceWords({ assumed, byRevenue, byRisk, currency, decided }: Advice): string {
  const { risk, volunteers, denied, cost, authorised } = byRevenue;
  const shows = `${(assumed.showPerMille / 10).toFixed(1).replace(/\.0$/, '')} of 100 turn up.`;
  const expected = `With ${authorised}, too many turn up on ${Math.round(risk * 100)} flights of 100. On average ${volunteers.toFixed(2)} give up their seat and ${denied.toFixed(2)} are left behind, which costs ${moneyText(minor(cost), currency)} ${currency}.`;
  const atRisk = `For at most ${assumed.riskPerMille} such flights of 1,000, authorise ${byRisk.authorised}.`;
  const who = decided ? ` ${decided.authorised} were decided by ${decided.author}: ${decided.reason}.` : '';
  return `${shows} ${expected} ${atRisk}${who}`;
}

const gainText = ({ byRevenue, now, currency }: Advice): string => {
  const gain = byRevenue.net - now.net;
  return `${gain < 0 ? '' : '+'}${moneyText(minor(gain), currency)} ${currency}`;
};
