/** A long name breaks after the surname before it breaks anywhere else. */
export function HostName({ name }: { name: string }) {
  const [surname, given] = name.split('/');
  return (
    <span className="med">
      {surname}/<wbr />
      {given}
    </span>
  );
}
