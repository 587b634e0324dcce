import type { ReactNode } from 'react';
import './key-hint.css';

/** Keys and one plain word: `<KeyHint keys={['P']}>pin row</KeyHint>`. */
export function KeyHint({ keys, children }: { keys: readonly string[]; children: ReactNode }) {
  return (
    <span className="key-hint">
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
      {children}
    </span>
  );
}

/** Hints stand together at the right end of a panel's head or foot, four at most. */
export function KeyHints({ children }: { children: ReactNode }) {
  return <span className="keys push">{children}</span>;
}
