import { RefusalLine } from '../parts/refusal-line.tsx';
import { SlipCheck } from './slip-check.tsx';
import type { DraftPublish } from './use-draft-publish.ts';
import { WrongCase } from './wrong-case.tsx';

/** Why the draft was not published: what the hub says with the case that shows it, or the price that must be typed. */
export function PublishProblem({ refusal, slip, busy, confirmSlip, forget }: DraftPublish) {
  if (slip) return <SlipCheck {...{ slip, busy }} onConfirm={confirmSlip} onBack={forget} />;
  if (!refusal) return null;
  return (
    <>
      {/* Both changes stand side by side instead. */}
      {refusal.code === 'POLICY_CHANGED' ? null : <RefusalLine refusal={refusal} className="pr-refusal" />}
      <WrongCase refusal={refusal} />
    </>
  );
}
