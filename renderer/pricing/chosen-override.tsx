import type { ClassOverride } from '../../shared/methods/class-overrides.ts';
import { CABIN_NAMES } from '../../shared/seat-map.ts';
import { call } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { DECISION_WORDS, routeDaysText } from './class-words.ts';
import { ScoreLines } from './score-lines.tsx';
import { useTold } from './use-told.ts';
import { momentText } from './version-words.ts';

const readScore = (number: number) => call('pricing.overrideScore', { number });

interface ChosenOverrideProps {
  override: ClassOverride;
  /** How its flight or route is called. */
  name: string;
  state: 'in force' | 'past';
}

/** One decision by hand about a class: who made it and why, and what sales earned while it counted. */
export function ChosenOverride({ override, name, state }: ChosenOverrideProps) {
  const home = useSession(({ state: now }) => now?.home) ?? { airport: '', zone: 'UTC' };
  const { code, cabin, decision, scope, author, at, reason, number } = override;
  const { figures: score, refusal } = useTold(number, readScore);
  return (
    <section className="pr-chosen" aria-label={`Decision ${number}`}>
      <div className="panel-h">
        <h2>
          {code} {DECISION_WORDS[decision]}
        </h2>
        <span className="t2">{CABIN_NAMES[cabin]}</span>
        <span className="push s12 t2">{state}</span>
      </div>
      <dl className="pr-facts">
        <dt>For</dt>
        <dd>{scope.kind === 'route' ? routeDaysText(scope) : name}</dd>
        <dt>Decided</dt>
        <dd>
          {momentText(at, home)}, {author}
        </dd>
        <dt>Reason</dt>
        <dd>{reason}</dd>
      </dl>
      <div className="pr-chosen-rules">
        <RefusalLine refusal={refusal} />
        {decision === 'policy' ? (
          <p className="t2">From here on the policy says again what is open.</p>
        ) : score ? (
          <section className="pr-outcome" aria-label="What it did">
            <div className="panel-h">
              <h2>What it did</h2>
            </div>
            <ScoreLines scores={score.scores} against="the policy without it" />
            {score.scores.length === 0 ? <p className="t2">Nothing was sold under it yet.</p> : null}
            {score.behind > 0 ? <p className="s12 t3">Sales of the last moments are not counted yet.</p> : null}
          </section>
        ) : null}
      </div>
    </section>
  );
}
