/** What may be sold may be decided as a percentage of the seats. Decisions of before are numbers. */
export const authorisedPercent = `
ALTER TABLE authorisations ADD COLUMN percent INTEGER;
`;
