/** A placeholder for the list, with the same head and rows, so that nothing moves when the list comes. */
export function ListSkeleton() {
  return (
    <div className="list-skeleton" role="status">
      <span className="aside">Searching</span>
      <div className="bars" aria-hidden="true" />
    </div>
  );
}
