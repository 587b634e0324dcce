import type { HealthView } from '../../shared/methods/health.ts';
import { call, newRequestId } from '../client/client.ts';
import { announce } from '../parts/announcer.tsx';
import { toast } from '../parts/toast.tsx';
import { useHealth } from '../stores/health-store.ts';
import { copyText } from './copy-text.ts';
import { countWords } from './figure-words.ts';
import { healthText } from './health-text.ts';

/** Begins a backup. How it goes is shown in Admin. */
export async function backUpNow(): Promise<void> {
  const reply = await call('backups.start', { requestId: newRequestId() }, 'person');
  if (reply.ok) toast('A backup has begun. Admin, Backups shows how it goes.', 'ok');
  else toast(`${reply.refusal.message} ${reply.refusal.next}`, 'other');
}

/** Has the hub look at everything now. */
export async function recheckHealth(): Promise<void> {
  await useHealth.getState().recheck();
  const { view } = useHealth.getState();
  if (!view) return;
  const { over, near, good } = countWords(view.figures);
  announce(`Checked: ${[over, near, good].filter(Boolean).join(', ')}.`);
}

export async function copyHealth(view: HealthView, zone: string, airport: string): Promise<void> {
  const copied = await copyText(healthText(view, zone, airport));
  if (copied) toast('The figures are on the clipboard.', 'ok');
  else toast('This browser did not let the page copy them.', 'other');
}
