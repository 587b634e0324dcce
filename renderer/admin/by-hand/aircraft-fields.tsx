import { CONFIGURATION_SPOKEN } from '../../../shared/read-configuration.ts';
import { equipmentProblem } from '../../format/equipment-problem.ts';
import { TextField } from '../../parts/text-field.tsx';

interface Aircraft {
  readonly equipment: string;
  readonly configuration: string;
}

interface AircraftFieldsProps {
  value: Aircraft;
  tried: boolean;
  onChange: (value: { equipment: string; configuration: string }) => void;
}

/** What is wrong with what was typed, by field. */
export function aircraftWrong({ equipment, configuration }: Aircraft): Partial<Record<keyof Aircraft, string>> {
  const wrong = equipmentProblem(equipment);
  return {
    ...(wrong ? { equipment: wrong } : {}),
    ...(CONFIGURATION_SPOKEN.test(configuration) ? {} : { configuration: 'Cabins with their seats, such as J16Y144.' }),
  };
}

/** Which aircraft a flight has, as a schedule file says it. */
export function AircraftFields({ value, tried, onChange }: AircraftFieldsProps) {
  const wrong = tried ? aircraftWrong(value) : {};
  return (
    <div className="hand-fields">
      <TextField
        label="Aircraft type"
        value={value.equipment}
        maxLength={3}
        placeholder="73H"
        hint="the code that schedules say"
        wrong={wrong.equipment}
        onChange={(text) => onChange({ ...value, equipment: text.toUpperCase() })}
      />
      <TextField
        label="Seats of its cabins"
        value={value.configuration}
        maxLength={20}
        placeholder="the usual ones"
        hint="such as J16Y144"
        wrong={wrong.configuration}
        onChange={(text) => onChange({ ...value, configuration: text.toUpperCase().replaceAll(' ', '') })}
      />
    </div>
  );
}
