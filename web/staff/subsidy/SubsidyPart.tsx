import { SubsidyStatement } from '../../common/ledger/SubsidyStatement.tsx';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { DoneNotice } from '../../common/notice/DoneNotice.tsx';
import { useDone } from '../../common/notice/useDone.ts';
import { Adjustments } from './Adjustments.tsx';
import { Check } from './Check.tsx';
import { SubsidyActions } from './SubsidyActions.tsx';

interface SubsidyPartProps {
  readonly laureateId: string;
  readonly missionAddress: (missionId: string) => string;
}

/** The subsidy as the team keeps it: its statement, the corrections that wait or waited, and the check of its accounts. */
export function SubsidyPart({ laureateId, missionAddress }: SubsidyPartProps) {
  return (
    <SubsidyStatement
      laureateId={laureateId}
      missionAddress={missionAddress}
      actions={(_view, refresh) => <Keeping {...{ laureateId, refresh }} />}
    />
  );
}

interface KeepingProps extends Omit<SubsidyPartProps, 'missionAddress'> {
  readonly refresh: () => void;
}

function Keeping({ laureateId, refresh }: KeepingProps) {
  const loading = useView({ name: 'subsidyFile', laureateId });
  const { heading, done, say } = useDone();
  const finish = (message: string) => {
    say(message);
    loading.refresh();
    refresh();
  };
  return (
    <section class="stack" aria-labelledby="keeping-title">
      <h2 id="keeping-title" ref={heading} tabIndex={-1}>
        Tenir cette subvention
      </h2>
      <DoneNotice done={done} />
      <Loaded loading={loading}>
        {(file) => (
          <>
            {file.acts && <SubsidyActions file={file} done={finish} />}
            <Adjustments file={file} done={finish} />
            <Check file={file} done={finish} />
          </>
        )}
      </Loaded>
    </section>
  );
}
