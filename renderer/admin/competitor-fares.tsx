import './competitor-fares.css';
import { useId, useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { FARES_FILE_BYTES_MAX } from '../../shared/bounds.ts';
import type { Output } from '../../shared/contract.ts';
import { type Refusal, refuse } from '../../shared/refusals.ts';
import { call, newRequestId } from '../client/client.ts';
import { base64Of } from '../format/base64.ts';
import { countText } from '../format/count-text.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { toast } from '../parts/toast.tsx';
import { FarePreview } from './fare-preview.tsx';
import { sampleFares } from './sample-fares.ts';

const flightsText = (count: number): string => `${countText(count)} ${count === 1 ? 'flight' : 'flights'}`;

async function bytesOf(file: File): Promise<Uint8Array | Refusal> {
  if (file.size > FARES_FILE_BYTES_MAX)
    return refuse('FARES_UNREADABLE', { problem: `it is larger than ${FARES_FILE_BYTES_MAX / 1_024} KiB` }).refusal;
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    // The file was moved, changed or locked after it was chosen.
    return refuse('FARES_UNREADABLE', { problem: 'it cannot be read any more' }).refusal;
  }
}

/** What competitors ask, from a CSV of their fares alone: chosen, looked at, set. */
export function CompetitorFares({ today }: { today: string }) {
  const title = useId();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [read, setRead] = useState<{
    readonly name: string;
    readonly fares: Output<'pricing.readFares'>;
    readonly requestId: string;
  } | null>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setBusy(true);
    setRefusal(null);
    const bytes = await bytesOf(file);
    const reply = bytes instanceof Uint8Array ? await call('pricing.readFares', { bytes: base64Of(bytes) }, 'person') : null;
    setBusy(false);
    if (!reply?.ok) return setRefusal(reply ? reply.refusal : (bytes as Refusal));
    // One request id for one preview: a second press of the button sets nothing again.
    setRead({ name: file.name, fares: reply.value, requestId: newRequestId() });
    announce('The preview of the fares is ready');
  };
  const set = async (): Promise<void> => {
    if (!read || busy) return;
    setBusy(true);
    setRefusal(null);
    const fares = read.fares.fares.map(({ flightId, fare, currency, readAt }) => ({ flightId, fare, currency, readAt }));
    const reply = await call('pricing.setFares', { requestId: read.requestId, fares }, 'person');
    setBusy(false);
    if (!reply.ok) return setRefusal(reply.refusal);
    const { set: done, left } = reply.value;
    const words = `Competitors\u2019 fares of ${flightsText(done)} are set.${left > 0 ? ` ${flightsText(left)} changed meanwhile and kept what was known.` : ''}`;
    announce(words);
    toast(words, 'ok');
    setRead(null);
  };
  return (
    <section className="ad-fares" aria-labelledby={title}>
      <div className="panel-h">
        <h2 id={title}>Competitors{'\u2019'} fares</h2>
        <span className="s12 t3 cut">a policy may meet them; nothing changes before you set them</span>
      </div>
      {refusal ? <RefusalLine refusal={refusal} /> : null}
      {read ? (
        <>
          <p className="ad-fares-acts">
            <b className="str prop cut">{read.name}</b>
            <span className="push" />
            <Button variant="quiet" isDisabled={busy} onPress={() => setRead(null)}>
              Put the preview away
            </Button>
            <Button variant="go" isDisabled={read.fares.fares.length === 0} isPending={busy} onPress={() => void set()}>
              Set fares of {flightsText(read.fares.fares.length)}
            </Button>
          </p>
          <FarePreview read={read.fares} />
        </>
      ) : (
        <p className="ad-fares-acts">
          <FileTrigger acceptedFileTypes={['.csv', 'text/csv']} onSelect={(files) => void take(files?.[0])}>
            <Button isPending={busy}>Choose a file of fares</Button>
          </FileTrigger>
          <a
            className="ad-sample"
            download="competitors.csv"
            href={`data:text/csv;charset=utf-8,${encodeURIComponent(sampleFares(today))}`}
          >
            Download a sample of fares
          </a>
          <span className="s12 t2">flight or route, date, fare, currency, and when it was read</span>
        </p>
      )}
    </section>
  );
}
