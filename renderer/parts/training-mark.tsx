import { Icon } from './icon.tsx';
import './training-mark.css';

/** Says that nothing here is real. */
export function TrainingChip() {
  return (
    <span className="mode" title="No real money and no real passengers.">
      <Icon name="alert" size={13} />
      Training
    </span>
  );
}

/** A hatched line across the window: cannot be missed, covers no work. */
export const Watermark = () => <i className="watermark" aria-hidden="true" />;
