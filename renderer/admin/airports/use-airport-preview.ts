import { useEffect, useState } from 'react';
import type { AirportPreview } from './airports-store.ts';
import { useAirports } from './airports-store.ts';
import type { AirportTyped } from './typed-airport.ts';

/** Rest after the last key before the hub is asked. */
const REST_MS = 300;

/** What a change would do, asked when its fields have rested; null while it is not known, or while they say no change. */
export function useAirportPreview(change: AirportTyped | null): AirportPreview | null {
  const [seen, setSeen] = useState<{ readonly key: string; readonly preview: AirportPreview } | null>(null);
  const key = change ? JSON.stringify({ code: change.code, from: change.from, ...change.facts }) : null;
  useEffect(() => {
    if (key === null) return;
    let current = true;
    const timer = setTimeout(async () => {
      const preview = await useAirports.getState().preview(JSON.parse(key));
      if (current) setSeen('message' in preview ? null : { key, preview });
    }, REST_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key]);
  return seen && seen.key === key ? seen.preview : null;
}
