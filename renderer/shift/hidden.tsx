import { Icon } from '../parts/icon.tsx';

/** In place of a figure that is not told before the count is given in. */
export function Hidden({ short = false }: { short?: boolean }) {
  return (
    <span className="sh-hidden">
      <Icon name="lock" size={12} />
      hidden{short ? '' : ' until counted'}
    </span>
  );
}
