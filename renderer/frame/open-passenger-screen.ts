import { toast } from '../parts/toast.tsx';

/** Opens the page that passengers see, or brings it to the front. In Aisle's own window the main process opens it. */
export function openPassengerScreen(): void {
  const address = new URL('passenger/index.html', location.href).href;
  const opened = window.open(address, 'aisle-passenger', 'popup,width=1280,height=800');
  if (!opened && !window.aisle) toast(`The browser did not open a window. Open ${location.host}/passenger on the second screen.`, 'warn');
}
