import { consoleRow } from './console.ts';
import type { Row } from './figure.ts';
import { availability } from './rows/availability.ts';
import { backupSlowdown } from './rows/backup-slowdown.ts';
import { boardRead } from './rows/board.ts';
import { cancelThroughput } from './rows/cancel-throughput.ts';
import { compareCarriers } from './rows/compare-carriers.ts';
import { expiryBurst } from './rows/expiry-burst.ts';
import { expiryDelay } from './rows/expiry-delay.ts';
import { holdCheckpoint } from './rows/hold-checkpoint.ts';
import { holdGrowth } from './rows/hold-growth.ts';
import { holdThroughput } from './rows/hold-throughput.ts';
import { hubMemory } from './rows/hub-memory.ts';
import { importHold } from './rows/import-hold.ts';
import { liveChange } from './rows/live-change.ts';
import { liveThousand } from './rows/live-thousand.ts';
import { migration } from './rows/migration.ts';
import { pricingList } from './rows/pricing-list.ts';
import { pricingPublish } from './rows/pricing-publish.ts';
import { pricingQuote } from './rows/pricing-quote.ts';
import { pricingWhatIf } from './rows/pricing-what-if.ts';
import { pricingWhatIfSlowdown } from './rows/pricing-what-if-slowdown.ts';
import { readBehindSearches } from './rows/read-behind-searches.ts';
import { saleThroughput } from './rows/sale-throughput.ts';
import { searchDirect, searchOneStop, searchTwoStop } from './rows/search.ts';
import { seatMapRead } from './rows/seat-map.ts';
import { seatMapPrices } from './rows/seat-map-prices.ts';
import { singleLatency } from './rows/single-latency.ts';
import { startRecovery } from './rows/start-recovery.ts';
import { waitlistOffer } from './rows/waitlist-offer.ts';

/** DESIGN's table of speeds, in the order in which it is printed. */
export const ROWS: readonly Row[] = [
  holdThroughput,
  singleLatency,
  saleThroughput,
  cancelThroughput,
  waitlistOffer,
  searchDirect,
  searchOneStop,
  searchTwoStop,
  compareCarriers,
  readBehindSearches,
  availability,
  expiryBurst,
  expiryDelay,
  liveChange,
  liveThousand,
  holdGrowth,
  holdCheckpoint,
  startRecovery,
  migration,
  seatMapRead,
  pricingQuote,
  seatMapPrices,
  pricingPublish,
  pricingWhatIf,
  pricingWhatIfSlowdown,
  pricingList,
  boardRead,
  hubMemory,
  importHold,
  backupSlowdown,
  consoleRow,
];
