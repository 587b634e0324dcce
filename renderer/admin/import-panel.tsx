import './import.css';
import { type DragEvent, useEffect, useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import { onHeard } from '../client/client.ts';
import { countText } from '../format/count-text.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { today } from '../stores/today.ts';
import { ApplyButton } from './apply-button.tsx';
import { Attention } from './attention.tsx';
import { HandDialog } from './by-hand/hand-dialog.tsx';
import { useHand } from './by-hand/hand-store.ts';
import { CompetitorFares } from './competitor-fares.tsx';
import { ImportContents } from './import-contents.tsx';
import { ImportCounts } from './import-counts.tsx';
import { type ImportStep, useImport } from './import-store.ts';
import { applyConsequence, periodText, sizeText } from './import-words.ts';
import { sampleSchedule } from './sample-schedule.ts';

const STAGES = { reading: 'Reading the file', comparing: 'Comparing with the schedule', applying: 'Applying' };

/** Where a file is chosen or dropped. */
function Choose() {
  const refusal = useImport((state) => state.refusal);
  const { start } = useImport.getState();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) void start(file);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <>
      {refusal && <RefusalLine refusal={refusal} className="ad-refusal" />}
      <section
        className={`ad-drop${over ? ' over' : ''}`}
        aria-label="Schedule file"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <Icon name="upload" size={22} />
        <p className="str">{over ? 'Let go to read the file' : 'Choose a schedule file, or drop it here'}</p>
        <p className="t2">SSIM chapter 7, or the CSV of the manual. It is read and compared first; nothing changes before you apply it.</p>
        <FileTrigger onSelect={take}>
          <Button variant="go">Choose file</Button>
        </FileTrigger>
        <a
          className="ad-sample"
          download="sample-schedule.csv"
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(sampleSchedule(today('UTC')))}`}
        >
          Download a sample CSV
        </a>
      </section>
      <section className="ad-byhand" aria-label="By hand">
        <p>
          <b className="str">One flight by hand</b> <span className="t2">A flight that is in no file yet. Its preview is the same.</span>
        </p>
        <Button onPress={() => useHand.getState().open('new')}>Schedule a flight</Button>
      </section>
      <CompetitorFares today={today('UTC')} />
      <HandDialog />
    </>
  );
}

function Bar({ label, done, detail, applies }: { label: string; done: number; detail: string; applies?: boolean }) {
  const { cancel } = useImport.getState();
  const percent = Math.round(Math.max(0, Math.min(1, done)) * 100);
  return (
    <section className="ad-progress" aria-label="Progress">
      <ProgressBar value={percent} aria-label={label} className="ad-bar">
        <span className="str">{label}</span>
        <span className="t2">{detail}</span>
        <span className="num str">{percent} %</span>
        <i className="ad-track">
          <b style={{ width: `${percent}%` }} />
        </i>
      </ProgressBar>
      <Button onPress={() => void cancel()}>Cancel import</Button>
      {applies && (
        <p className="t2">All desks go on selling. The new schedule takes the place of the old one at the end, whole or not at all.</p>
      )}
    </section>
  );
}

function Running({ step, name }: { step: ImportStep; name: string }) {
  if (step.at === 'sending') {
    const detail = `${name}, ${sizeText(step.sent)} of ${sizeText(step.size)}`;
    return <Bar label="Sending the file" done={step.size === 0 ? 0 : step.sent / step.size} detail={detail} />;
  }
  if (step.at !== 'reading' && step.at !== 'applying') return null;
  const { stage, done, records } = step.progress;
  const detail = `${name}${records > 0 ? `, ${countText(records)} records` : ''}`;
  return <Bar label={STAGES[stage]} done={done} detail={detail} applies={step.at === 'applying'} />;
}

function Preview({ step }: { step: Extract<ImportStep, { at: 'previewed' | 'applied' }> }) {
  const { refusal, file } = useImport();
  const { apply, again, cancel } = useImport.getState();
  if (step.at === 'applied') {
    return (
      <>
        <div className="ad-done" role="status">
          <Icon name="check" size={18} className="ok" />
          <p>
            <b className="str">{file?.name} is applied.</b> The schedule is in force on every desk of this store.
            {step.counts.bookingsTouched > 0 && ' Bookings on flights that changed are told one after the other.'}
          </p>
          <Button className="push" onPress={() => void cancel()}>
            Import another file
          </Button>
        </div>
        <ImportCounts counts={step.counts} />
      </>
    );
  }
  const { preview } = step;
  const stale = refusal?.code === 'IMPORT_STALE' || refusal?.code === 'IMPORT_UNKNOWN';
  return (
    <>
      <div className="ad-decide">
        <div>
          <p className="str">
            {preview.name} <span className="tag">{preview.format === 'ssim' ? 'SSIM chapter 7' : 'CSV'}</span>
          </p>
          <p>{periodText(preview.summary)}</p>
          <p className="t2">{applyConsequence(preview.counts)}</p>
        </div>
        <Button variant="quiet" onPress={() => void cancel()}>
          Put the preview away
        </Button>
        {stale ? (
          <Button variant="go" onPress={() => void again()}>
            Make a new preview
          </Button>
        ) : (
          <ApplyButton consequence={applyConsequence(preview.counts)} onApply={() => void apply()} />
        )}
      </div>
      {refusal && <RefusalLine refusal={refusal} className="ad-refusal" />}
      <Attention sentences={preview.attention} />
      <ImportCounts counts={preview.counts} />
      <ImportContents preview={preview} />
    </>
  );
}

const SAID: Partial<Record<ImportStep['at'], string>> = { previewed: 'The preview is ready', applied: 'The schedule is applied' };

/** A schedule file on its way into the store: choose, look, apply. */
export function ImportPanel() {
  const { step, file } = useImport();
  useEffect(() => onHeard((heard) => 'notice' in heard && useImport.getState().hear(heard)), []);
  useEffect(() => {
    const said = SAID[step.at];
    if (said) announce(said);
  }, [step.at]);
  if (step.at === 'choosing') return <Choose />;
  if (step.at === 'previewed' || step.at === 'applied') return <Preview step={step} />;
  return <Running step={step} name={file?.name ?? ''} />;
}
