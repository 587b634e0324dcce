import { useEffect, useState } from 'react';

/** Whether a frame has begun since `came` became true. What waits for it is drawn one frame later. */
export function useFrameAfter(came: boolean): boolean {
  const [begun, setBegun] = useState(false);
  useEffect(() => {
    if (!came) return;
    const frame = requestAnimationFrame(() => setBegun(true));
    return () => {
      cancelAnimationFrame(frame);
      setBegun(false);
    };
  }, [came]);
  return came && begun;
}
