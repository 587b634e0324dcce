/** A colour of the stylesheet as a canvas takes it: `var(--accent)` as it is in the theme that is shown. */
export function inkOf(element: HTMLElement): (colour: string) => string {
  const probe = document.createElement('span');
  return (colour) => {
    probe.style.color = colour;
    element.append(probe);
    const ink = getComputedStyle(probe).color;
    probe.remove();
    return ink;
  };
}
