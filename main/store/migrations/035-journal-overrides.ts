/**
 * Shifts and sales reports count every decision otherwise than the rules. Where the type of an entry does not tell it, its data do. They are searched
 * as text: that costs a hold least, no entry can fail to be written for it, and nobody can type it, because JSON escapes a quote. Of older entries
 * only those count whose type tells it: an entry of the journal is never changed.
 */
export const journalOverrides = `
DROP INDEX journal_shift;
CREATE INDEX journal_shift ON journal (desk, event) WHERE (type IN ('payment.reversalDue', 'booking.saleUndone', 'booking.cancelUndone', 'booking.changeUndone', 'receipt.printed', 'cabin.authorised', 'class.overridden', 'waitlist.moved')
    OR instr(data, 'overrides":[') > 0);
`;
