import { useEffect, useRef, useState } from 'preact/hooks';
import { SubsidyStatement } from '../../common/ledger/SubsidyStatement.tsx';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { Notice } from '../../common/notice/Notice.tsx';
import type { LaureateRow } from '../filter.ts';
import { Adjustments } from './Adjustments.tsx';
import { Check } from './Check.tsx';
import { SubsidyActions } from './SubsidyActions.tsx';

interface SubsidyPartProps {
  readonly laureateId: string;
  /** Every laureate, for a transfer. */
  readonly laureates: readonly LaureateRow[];
  readonly missionAddress: (missionId: string) => string;
}

/** The subsidy as the team keeps it: its statement, the corrections that wait or waited, and the check of its accounts. */
export function SubsidyPart({ laureateId, laureates, missionAddress }: SubsidyPartProps) {
  return (
    <SubsidyStatement
      laureateId={laureateId}
      missionAddress={missionAddress}
      actions={(_view, refresh) => <Keeping {...{ laureateId, laureates, refresh }} />}
    />
  );
}

interface KeepingProps extends Omit<SubsidyPartProps, 'missionAddress'> {
  readonly refresh: () => void;
}

function Keeping({ laureateId, laureates, refresh }: KeepingProps) {
  const loading = useView({ name: 'subsidyFile', laureateId });
  const [done, setDone] = useState<{ readonly message: string }>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Once the dialog is gone: the button it gives the focus back to may not outlive what it did.
    if (done !== undefined) heading.current?.focus();
  }, [done]);
  const finish = (message: string) => {
    setDone({ message });
    loading.refresh();
    refresh();
  };
  return (
    <section class="stack" aria-labelledby="keeping-title">
      <h2 id="keeping-title" ref={heading} tabIndex={-1}>
        Tenir cette subvention
      </h2>
      {done !== undefined && (
        <Notice tone="success" announced>
          <p>{done.message}</p>
        </Notice>
      )}
      <Loaded loading={loading}>
        {(file) => (
          <>
            {file.acts && <SubsidyActions file={file} laureates={laureates} done={finish} />}
            <Adjustments file={file} done={finish} />
            <Check file={file} done={finish} />
          </>
        )}
      </Loaded>
    </section>
  );
}
