import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import './empty.css';

/** Nothing to show: what it is and what to do next. Also for "still loading" and "could not load". */
export function Empty({ icon, title, children }: { icon?: IconName; title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      {icon ? <Icon name={icon} size={22} /> : null}
      <p className="str">{title}</p>
      {children ? <div className="t2">{children}</div> : null}
    </div>
  );
}
