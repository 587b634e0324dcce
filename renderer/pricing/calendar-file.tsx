import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { CALENDAR_BYTES_MAX } from '../../shared/bounds.ts';
import type { RuleOf } from '../../shared/pricing/policy.ts';
import { call } from '../client/client.ts';
import { base64Of } from '../format/base64.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { calendarWords, withCalendar } from './add-calendar.ts';

interface CalendarFileProps {
  rule: RuleOf<'holiday'>;
  onWrite: (rule: RuleOf<'holiday'>) => void;
}

/** Adds the days of a calendar file to the holidays of a rule, and says what was added. */
export function CalendarFile({ rule, onWrite }: CalendarFileProps) {
  const [told, setTold] = useState('');
  const [busy, setBusy] = useState(false);
  const say = (text: string): void => {
    setTold(text);
    announce(text);
  };
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    if (file.size > CALENDAR_BYTES_MAX) return say(`The file is larger than ${CALENDAR_BYTES_MAX / 1_024} KiB.`);
    setBusy(true);
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      setBusy(false);
      return say('The file cannot be read any more. Choose it again.');
    }
    const reply = await call('pricing.readCalendar', { bytes: base64Of(bytes) }, 'person');
    setBusy(false);
    if (!reply.ok) return say(`${reply.refusal.message} ${reply.refusal.next}`);
    const longer = withCalendar(rule, reply.value);
    if (typeof longer === 'string') return say(longer);
    onWrite(longer);
    say(`Added ${calendarWords(rule, reply.value)}.`);
  };
  return (
    <div className="pr-calendar">
      <FileTrigger acceptedFileTypes={['.ics', '.csv', 'text/calendar', 'text/csv']} onSelect={(files) => void take(files?.[0])}>
        <Button isPending={busy}>From a calendar file</Button>
      </FileTrigger>
      <p className="s12 t2" role="status">
        {told || 'ICS, or CSV with the columns date and name'}
      </p>
    </div>
  );
}
