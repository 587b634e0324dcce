import type { PolicyView } from '../../shared/methods/policy-view.ts';
import { accept } from '../../shared/refusals.ts';
import { call } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { serverNow } from '../stores/clock-store.ts';
import { receiptTexts } from './outcome-words.ts';
import { ScoreLines } from './score-lines.tsx';
import { useTold } from './use-told.ts';
import { hasBegun } from './version-state.ts';
import { momentText } from './version-words.ts';

async function readOutcome(version: number) {
  const [receipt, score] = await Promise.all([call('pricing.receipt', { version }), call('pricing.score', { version })]);
  if (!receipt.ok) return receipt;
  return score.ok ? accept({ told: receipt.value, score: score.value }) : score;
}

/** What a publish did: its receipt, the first sale under it, and what its sales earned against the policy before. */
export function PolicyOutcome({ policy }: { policy: PolicyView }) {
  const home = useSession(({ state }) => state?.home) ?? { airport: '', zone: 'UTC' };
  const { figures, refusal } = useTold(policy.version, readOutcome);
  // What was in force before anybody published changed nothing.
  if (!policy.author) return null;
  if (refusal) return <RefusalLine refusal={refusal} />;
  if (!figures) return null;
  const { score } = figures;
  const { receipt, firstSale } = figures.told;
  const begun = hasBegun(policy, serverNow());
  return (
    <section className="pr-outcome" aria-label="What it did">
      <div className="panel-h">
        <h2>What it did</h2>
        {receipt ? <span className="push s12 t2">flights as of {momentText(receipt.at, home)}</span> : null}
      </div>
      {receipt ? (
        receiptTexts(receipt).map((text) => <p key={text}>{text}</p>)
      ) : (
        <p className="t2">{begun ? 'Its receipt is being worked out.' : 'It is not in force yet.'}</p>
      )}
      <ScoreLines scores={score.scores} against="the policy before" />
      {firstSale ? (
        <p className="t2">
          First sale under it: <span className="code">{firstSale.locator}</span>, {momentText(firstSale.at, home)}.
        </p>
      ) : receipt ? (
        <p className="t2">Nothing was sold under it yet.</p>
      ) : null}
      {(begun || receipt) && score.behind > 0 ? <p className="s12 t3">Sales of the last moments are not counted yet.</p> : null}
    </section>
  );
}
