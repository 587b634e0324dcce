/** Saves what a row can print as a PDF, for a pointer. On the keyboard it is Shift P on the row. */
export const PdfButton = ({ of, onPress }: { of: string; onPress: () => void }) => (
  <button type="button" className="sh-pdf t3 s12" tabIndex={-1} data-pointer aria-label={`${of} as PDF`} title="Shift P" onClick={onPress}>
    PDF
  </button>
);
