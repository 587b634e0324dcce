/**
 * Calls back once no dialog is shown any more and the focus is back where it was before. A dialog gives it back one frame after it has gone, so what
 * takes the focus earlier loses it again. Returns how to call it off.
 */
export function afterDialog(then: () => void): () => void {
  let frame = 0;
  const look = (): void => {
    frame = requestAnimationFrame(document.querySelector('.veil') ? look : then);
  };
  frame = requestAnimationFrame(look);
  return () => cancelAnimationFrame(frame);
}
