/**
 * What overbooking advice takes for granted until somebody says otherwise. Costs are in percent of the fare, so that they mean the same in every
 * currency. The two percentages are those of denied boarding within the United States for arriving one to two hours late, and more. They are
 * our own choice for other places, and no legal advice.
 */
export const OVERBOOKING_DEFAULTS = {
  showPerMille: 950,
  refundPercent: 0,
  volunteers: 1,
  volunteerPercent: 200,
  deniedPercent: 400,
  riskPerMille: 10,
} as const;
