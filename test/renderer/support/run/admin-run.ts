import { runBackups } from './backup-run.ts';
import { runImport } from './import-run.ts';
import { runJobs } from './job-run.ts';
import { runVouchers } from './voucher-run.ts';

/** What Admin shows to a supervisor. */
export const runAdmin = async () => ({
  vouchers: await runVouchers(),
  jobs: await runJobs(),
  ...(await runImport()),
  backups: await runBackups(),
});
