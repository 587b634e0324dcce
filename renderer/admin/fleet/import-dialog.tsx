import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { FLEET_TEXT_MAX } from '../../../shared/bounds.ts';
import type { Output } from '../../../shared/contract.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import { call } from '../../client/client.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { TextArea } from '../../parts/text-area.tsx';
import './fleet-dialogs.css';

export type ReadMap = NonNullable<Output<'fleet.read'>['draft']>;

interface ImportDialogProps {
  onClose: () => void;
  /** A map was read without faults. */
  onRead: (read: ReadMap) => void;
}

/** Faults that are listed. */
const SHOWN = 12;

/** A seat map from a file, or from what is pasted: JSON in the product's form, or a CSV of rows. Every fault is told with its line. */
export function ImportDialog({ onClose, onRead }: ImportDialogProps) {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [faults, setFaults] = useState<Output<'fleet.read'>['faults']>([]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const read = async (typed: string) => {
    setText(typed);
    setFaults([]);
    if (typed.trim() === '') return setWrong('Choose a file, or paste its text here.');
    if (typed.length > FLEET_TEXT_MAX) return setWrong('That is too long for a seat map.');
    setWrong(undefined);
    const reply = await call('fleet.read', { content: typed });
    setRefusal(reply.ok ? null : reply.refusal);
    if (!reply.ok) return;
    const { draft } = reply.value;
    if (draft && reply.value.faults.length === 0) onRead(draft);
    else setFaults(reply.value.faults);
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    try {
      await read(await file.text());
    } catch {
      setWrong('The file cannot be read any more.');
    }
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width={620}
      title="Import a seat map"
      foot={
        <>
          <Button variant="quiet" kbd="Esc" onPress={onClose}>
            Cancel
          </Button>
          <Button variant="go" onPress={() => void read(text)}>
            Read it
          </Button>
        </>
      }
    >
      <div className="mp-import">
        <p className="t2">
          JSON in the form of this product, or a CSV of rows. It is read into the editor; nothing flies before it takes over.
        </p>
        <FileTrigger acceptedFileTypes={['.json', '.csv', 'application/json', 'text/csv']} onSelect={(files) => void take(files?.[0])}>
          <Button autoFocus>Choose file</Button>
        </FileTrigger>
        <TextArea label="Or its text" rows={8} value={text} wrong={wrong} onChange={setText} />
        <RefusalLine refusal={refusal} />
        {faults.length > 0 ? (
          <div role="alert">
            <p className="bad med">{faults.length === 1 ? 'One fault' : `${faults.length} faults`}. Correct the text and read it again.</p>
            <ul className="mp-faults">
              {faults.slice(0, SHOWN).map(({ line, row, problem }) => (
                <li key={`${line} ${row} ${problem}`}>
                  <span className="t2">{line === null ? (row === null ? '' : `row ${row}`) : `line ${line}`}</span>
                  <span>{problem}</span>
                </li>
              ))}
            </ul>
            {faults.length > SHOWN ? <p className="s12 t3">and {faults.length - SHOWN} more</p> : null}
          </div>
        ) : null}
      </div>
    </Dialog>
  );
}
