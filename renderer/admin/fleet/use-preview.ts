import { useEffect } from 'react';
import { takeOverDays } from './take-over-days.ts';
import { type Subject, useTakeOver } from './take-over-store.ts';

/** Rest after the last edit before the hub is asked. */
const REST_MS = 300;

/** Asks what a map would do whenever it, or the days that are typed, have changed. Null: nothing is asked. */
export function usePreview(subject: Subject | null): void {
  const typed = useTakeOver((now) => now.typed);
  const days = takeOverDays(typed);
  const key = subject && 'from' in days ? JSON.stringify({ subject, days }) : null;
  useEffect(() => {
    if (key === null) return;
    const asked = JSON.parse(key) as { subject: Subject; days: Extract<typeof days, { from: string }> };
    // An answer that is on its way is about what stood before.
    useTakeOver.setState({ isOld: true, asked: '' });
    const timer = setTimeout(() => void useTakeOver.getState().ask(asked.subject, asked.days), REST_MS);
    return () => clearTimeout(timer);
  }, [key]);
}
