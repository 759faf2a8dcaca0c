import type { Check } from './check.ts';
import { judgeDkim } from './dkim.ts';
import { judgeDmarc } from './dmarc.ts';
import { judgeReturns, judgeServer } from './servers.ts';
import { judgeSpf } from './spf.ts';

/** What a deployment needs to be well: one row a check, judged and printed in this order. A new one is a row here. */
export const checks = {
  spf: { name: 'SPF', judge: judgeSpf },
  dkim: { name: 'DKIM', judge: judgeDkim },
  dmarc: { name: 'DMARC', judge: judgeDmarc },
  returns: { name: 'MX', judge: judgeReturns },
  server: { name: 'SMTP', judge: judgeServer },
} as const satisfies Record<string, Check>;
