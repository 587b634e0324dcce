const requestId = 'request-0001';

/** A part of the examples in examples.ts: the health of the hub. */
export const HEALTH_EXAMPLES = {
  'health.figures': [{}, { recheck: true }],
  'health.day': [{ figure: 'store' }],
  'health.acknowledge': [{ requestId, figure: 'backup', until: 1_000_000, note: 'the disk is being changed' }],
  'health.setLimit': [
    { requestId, figure: 'store', limit: 200 },
    { requestId, figure: 'store', limit: null },
  ],
} as const;
