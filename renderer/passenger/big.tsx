/** The sum that matters now. */
export function Big({ label, amount }: { label: string; amount: string }) {
  return (
    <p className="big">
      <span>{label}</span> <b>{amount}</b>
    </p>
  );
}
