import { type FormEvent, useState } from 'react';
import { FLEET_NAME_MAX } from '../../../shared/bounds.ts';
import { CARRIER_CODE } from '../../../shared/carrier-code.ts';
import { countsOf } from '../../../shared/configuration.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import { equipmentProblem } from '../../format/equipment-problem.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { TextField } from '../../parts/text-field.tsx';
import type { MapHead } from './draft-store.ts';
import './fleet-dialogs.css';

interface HeadDialogProps {
  title: string;
  /** What the next step is called. */
  go: string;
  head: MapHead;
  onClose: () => void;
  /** What keeps it from being done; undefined when it was done. */
  onHead: (head: MapHead) => Promise<Refusal | string | undefined>;
}

/** What a map is for: type, carrier, what the schedule file calls it, and its name. */
export function HeadDialog({ title, go, head, onClose, onHead }: HeadDialogProps) {
  const [equipment, setEquipment] = useState(head.equipment);
  const [carrier, setCarrier] = useState(head.carrier ?? '');
  const [configuration, setConfiguration] = useState(head.configuration);
  const [name, setName] = useState(head.name);
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | string | undefined>();
  const wrongType = equipmentProblem(equipment);
  const wrongCarrier = carrier === '' || CARRIER_CODE.test(carrier) ? undefined : 'Two letters or digits, such as UA; empty for any.';
  const wrongCounts = countsOf(configuration) ? undefined : 'Cabins in the order F J W Y with their seats, such as F8Y120.';
  const wrongName = name.trim() ? undefined : 'What people call it.';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrongType || wrongCarrier || wrongCounts || wrongName) return;
    const why = await onHead({ name: name.trim(), carrier: carrier || null, equipment, configuration });
    setRefusal(why);
    if (!why) onClose();
  };
  const capitals = (set: (value: string) => void) => (typed: string) => set(typed.toUpperCase().trim());
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      foot={
        <>
          <Button variant="quiet" kbd="Esc" onPress={onClose}>
            Cancel
          </Button>
          <Button variant="go" type="submit" form="mp-head" kbd="Enter">
            {go}
          </Button>
        </>
      }
    >
      <form id="mp-head" className="mp-head" onSubmit={(event) => void submit(event)}>
        <TextField
          label="Type"
          value={equipment}
          maxLength={3}
          wrong={tried ? wrongType : undefined}
          onChange={capitals(setEquipment)}
          autoFocus
        />
        <TextField
          label="Carrier"
          value={carrier}
          maxLength={2}
          placeholder="any"
          wrong={tried ? wrongCarrier : undefined}
          onChange={capitals(setCarrier)}
        />
        <TextField
          label="Configuration in schedule files"
          value={configuration}
          maxLength={20}
          wrong={tried ? wrongCounts : undefined}
          onChange={capitals(setConfiguration)}
        />
        <TextField
          label="Name"
          className="mp-wide"
          value={name}
          maxLength={FLEET_NAME_MAX}
          wrong={tried ? wrongName : undefined}
          onChange={setName}
        />
        {typeof refusal === 'string' ? (
          <p className="bad s12 mp-wide" role="alert">
            {refusal}
          </p>
        ) : (
          <RefusalLine refusal={refusal} className="mp-wide" />
        )}
      </form>
    </Dialog>
  );
}
