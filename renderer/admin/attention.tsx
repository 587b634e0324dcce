import { Icon } from '../parts/icon.tsx';

/** What must be read before a schedule is applied. */
export function Attention({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <section className="ad-attention" aria-label="Read this first">
      <Icon name="alert" size={18} />
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{/[.?]$/.test(sentence) ? sentence : `${sentence}.`}</li>
        ))}
      </ul>
    </section>
  );
}
