import type { ImportReport } from '@sur-mesure/functions/domain/imports/report';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { useState } from 'preact/hooks';
import { textOf } from './import-file.ts';

interface Passing {
  readonly dryRun: boolean;
  /** Whether rows with an error are left out, or stop everything. */
  readonly skipBad: boolean;
}

interface ImportOf<Asked, Report> {
  /** What is asked of a file besides its text; kept as it was read, whatever is typed since. */
  readonly askedOf: (csv: string, file: File) => Asked;
  readonly send: (asked: Asked & Passing, options?: { readonly signal: AbortSignal }) => Promise<Report | Refusal>;
}

interface Importing<Report> {
  /** Of the file as it was read, then as it was written. */
  readonly report: Report | undefined;
  readonly busy: boolean;
  readonly refusal: Refusal | undefined;
  readonly check: (file: File, options: { readonly signal: AbortSignal }) => Promise<Refusal | undefined>;
  readonly write: (skipBad: boolean) => Promise<void>;
}

/** A file that is first read without writing anything, then imported. */
export function useImport<Asked extends object, Report extends ImportReport>({
  askedOf,
  send,
}: ImportOf<Asked, Report>): Importing<Report> {
  const [checked, setChecked] = useState<{ readonly asked: Asked; readonly report: Report }>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const check: Importing<Report>['check'] = async (file, options) => {
    setChecked(undefined);
    setRefusal(undefined);
    const csv = await textOf(file);
    if (isRefusal(csv)) return csv;
    const asked = askedOf(csv, file);
    const report = await send({ ...asked, dryRun: true, skipBad: false }, options);
    if (isRefusal(report)) return report;
    setChecked({ asked, report });
    return undefined;
  };
  const write = async (skipBad: boolean) => {
    if (checked === undefined || busy) return;
    const { asked } = checked;
    setBusy(true);
    setRefusal(undefined);
    const report = await send({ ...asked, dryRun: false, skipBad });
    setBusy(false);
    if (isRefusal(report)) return setRefusal(report);
    setChecked({ asked, report });
  };
  return { report: checked?.report, busy, refusal, check, write };
}
