import type { ReactNode } from 'react';
import './tag.css';

/** A short word of state. `other`: done by another desk. `acc`: chosen here. */
export function Tag({ kind, children, title }: { kind?: 'ok' | 'warn' | 'bad' | 'other' | 'acc'; children: ReactNode; title?: string }) {
  return (
    <span className={kind ? `tag ${kind}` : 'tag'} title={title}>
      {children}
    </span>
  );
}
