import { useEffect, useRef } from 'react';
import { localTime } from '../format/times.ts';
import { announce } from '../parts/announcer.tsx';
import { Icon } from '../parts/icon.tsx';
import { useConnection } from '../stores/connection-store.ts';
import './connection-mark.css';

/** Shows whether the screen is up to date. A change is announced to screen readers too. */
export function ConnectionMark({ zone }: { zone: string }) {
  const { status, since, trouble } = useConnection();
  const before = useRef(status);
  useEffect(() => {
    if (before.current !== status)
      announce(status === 'live' ? 'The hub answers again.' : 'The hub does not answer. What you see may be old.');
    before.current = status;
  }, [status]);
  if (status === 'stale') {
    return (
      <span className="stale">
        <Icon name="unplugged" size={13} />
        Stale{since === null ? '' : ` since ${localTime(since, zone)}`}
      </span>
    );
  }
  if (trouble !== '') {
    return (
      <span className="stale">
        <Icon name="alert" size={13} />
        Trouble
      </span>
    );
  }
  return (
    <span className="live">
      <svg width="8" height="8" aria-hidden="true">
        <circle cx="4" cy="4" r="4" fill="currentColor" />
      </svg>
      Live
    </span>
  );
}
