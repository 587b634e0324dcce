import { useEffect, useRef } from 'react';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import type { WhatIfRun } from '../../shared/methods/pricing-what-if.ts';
import { ACTION_ROW } from '../keys/key-place.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { runText } from './what-if-words.ts';

export const isUnderWay = (run: WhatIfRun | null | undefined): boolean => run?.state === 'waits' || run?.state === 'runs';

/** Says the end of a what-if to screen readers, once; its progress is a progress bar. */
function useSaid(run: WhatIfRun): void {
  const was = useRef(run.state);
  useEffect(() => {
    if (was.current !== run.state && !isUnderWay(run)) announce(`What-if: ${runText(run)}.`);
    was.current = run.state;
  }, [run]);
}

interface RunBarProps {
  run: WhatIfRun;
  /** Why its figures are of something else than what would be published now. */
  outdated: string | undefined;
  onStart: (() => void) | undefined;
  onStop: () => void;
}

/** How far the what-if has come, with Stop; or how it ended, with another run. */
export function RunBar({ run, outdated, onStart, onStop }: RunBarProps) {
  useSaid(run);
  const text = runText(run);
  if (!isUnderWay(run)) {
    return (
      <div className="wi-run" {...ACTION_ROW}>
        <span className={run.state === 'failed' ? 'bad str' : 'str'}>
          {run.state === 'failed' ? <Icon name="alert" size={14} /> : null} {text}
        </span>
        {outdated ? (
          <span className="warn med">
            <Icon name="alert" size={13} /> {outdated}
          </span>
        ) : null}
        <Button className="push" kbd="R" {...(onStart ? { onPress: onStart } : { isDisabled: true })}>
          Run again
        </Button>
      </div>
    );
  }
  const value = run.total > 0 ? Math.floor((100 * run.done) / run.total) : undefined;
  return (
    <div className="wi-run" {...ACTION_ROW}>
      <ProgressBar {...(value === undefined ? { isIndeterminate: true } : { value })} aria-label={text} className="wi-progress">
        <span className="str nb">{text}</span>
        <i className="wi-track">
          <b style={{ width: `${value ?? 0}%` }} />
        </i>
        <span className="t2 nb">{run.loads ? 'figures so far below' : ''}</span>
      </ProgressBar>
      <Button kbd="Esc" onPress={onStop}>
        Stop
      </Button>
    </div>
  );
}
