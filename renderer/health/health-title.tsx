import type { HealthView } from '../../shared/methods/health.ts';
import { localTime } from '../format/times.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Tag } from '../parts/tag.tsx';
import { countWords } from './figure-words.ts';

interface HealthTitleProps {
  view: HealthView;
  zone: string;
  airport: string;
  onRecheck: () => void;
  onCopy: () => void;
  /** Left out for who may not. */
  onBackUp: (() => void) | undefined;
}

const seconds = (at: number): string => String(Math.floor(at / 1_000) % 60).padStart(2, '0');

/** How many figures stand how, when they were looked at, and what can be done at once. */
export function HealthTitle({ view, zone, airport, onRecheck, onCopy, onBackUp }: HealthTitleProps) {
  const { over, near, good, unknown } = countWords(view.figures);
  return (
    <div className="title hl-title">
      <h1>Health</h1>
      {over ? (
        <Tag kind="bad">
          <Icon name="alert" size={12} />
          {over}
        </Tag>
      ) : null}
      {near ? <Tag kind="warn">{near}</Tag> : null}
      {good ? (
        <Tag kind="ok">
          <Icon name="check" size={12} />
          {good}
        </Tag>
      ) : null}
      {unknown ? <Tag>{unknown}</Tag> : null}
      <span className="push t2 s12 hl-checked">
        checked{' '}
        <b className="str">
          {localTime(view.checkedAt, zone)}:{seconds(view.checkedAt)} {airport}
        </b>
        , every 5 s
      </span>
      <span className="hl-buttons" {...LETTERS_ACT}>
        {onBackUp ? (
          <Button kbd="B" onPress={onBackUp}>
            Back up now
          </Button>
        ) : null}
        <Button kbd="R" onPress={onRecheck}>
          Recheck
        </Button>
        <Button variant="quiet" kbd="C" onPress={onCopy}>
          Copy as text
        </Button>
      </span>
    </div>
  );
}
