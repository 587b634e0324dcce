import { create } from 'zustand';
import { onSessionOver } from '../client/on-session-over.ts';
import { Icon, type IconName } from './icon.tsx';
import './toast.css';

type ToastKind = 'ok' | 'warn' | 'bad' | 'other';
interface Toast {
  id: number;
  text: string;
  kind: ToastKind;
}

const SHOWN_MS = 8_000;
const SHOWN_MAX = 3;
const ICONS: Record<ToastKind, IconName> = { ok: 'check', warn: 'clock', bad: 'alert', other: 'note' };

const useToasts = create<{ toasts: readonly Toast[]; lastId: number }>(() => ({ toasts: [], lastId: 0 }));
onSessionOver(() => useToasts.setState({ toasts: [] }));

const dismiss = (id: number): void => useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));

/** Something happened that no place on the screen shows. For a few seconds, above the tray; told to screen readers. */
export function toast(text: string, kind: ToastKind = 'ok'): void {
  const id = useToasts.getState().lastId + 1;
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.slice(1 - SHOWN_MAX), { id, text, kind }], lastId: id }));
  setTimeout(() => dismiss(id), SHOWN_MS);
}

export function Toasts() {
  const { toasts } = useToasts();
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map(({ id, text, kind }) => (
        <div key={id} className={`toast ${kind}`}>
          <Icon name={ICONS[kind]} size={15} />
          <span>{text}</span>
          <button type="button" aria-label="Put this message away" onClick={() => dismiss(id)}>
            <Icon name="cross" size={14} />
          </button>
        </div>
      ))}
    </div>
  );
}
