import { useEffect, useState } from 'react';

/** Whether a frame has begun since something came true: what waits for it is not drawn in the same frame. */
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
