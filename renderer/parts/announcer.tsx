import { create } from 'zustand';

const useAnnounced = create<{ text: string; times: number }>(() => ({ text: '', times: 0 }));

/** Announces something to screen readers, when they are next quiet. For changes that everybody else can see. */
export const announce = (text: string): void => useAnnounced.setState((now) => ({ text, times: now.times + 1 }));

/** Stands once in the page. Two regions take turns, so that the same words twice are told twice. */
export function Announcer() {
  const { text, times } = useAnnounced();
  return (
    <div className="aside">
      <div aria-live="polite">{times % 2 === 0 ? text : ''}</div>
      <div aria-live="polite">{times % 2 === 1 ? text : ''}</div>
    </div>
  );
}
