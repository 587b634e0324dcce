import type { Output } from '../../shared/contract.ts';
import { gainText, scoreTexts } from './outcome-words.ts';

interface ScoreLinesProps {
  scores: Output<'pricing.score'>['scores'];
  /** What the sales are held against: `the policy before`. */
  against: string;
}

/** What sales earned against what they would have earned otherwise, in each currency. */
export function ScoreLines({ scores, against }: ScoreLinesProps) {
  return scores.map((each) => (
    <div key={each.currency}>
      <p>
        <b className="num">{gainText(each)}</b> {each.currency} against {against}
      </p>
      {scoreTexts(each, against).map((text) => (
        <p key={text} className="t2">
          {text}
        </p>
      ))}
    </div>
  ));
}
