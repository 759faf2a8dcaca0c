import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { DoneNotice } from '../../common/notice/DoneNotice.tsx';
import { RefusalNotice } from '../../common/notice/Notice.tsx';
import { useReturnToTop } from '../../common/page/address.ts';

interface Written {
  /** At the top of the page. */
  readonly notices: ComponentChildren;
  readonly onDone: (message: string) => void;
  /** Somebody else wrote first: what is typed stays. */
  readonly onStale: (refusal: Refusal) => void;
}

interface Told {
  readonly done?: string;
  readonly stale?: Refusal;
}

/** What became of the next version: said at the top of its page, which is read again. */
export function useWritten(refresh: () => void): Written {
  const [told, setTold] = useState<Told>();
  useReturnToTop(told);
  const tell = (next: Told) => {
    setTold(next);
    refresh();
  };
  return {
    notices: (
      <>
        <DoneNotice done={told?.done} />
        {told?.stale !== undefined && <RefusalNotice refusal={told.stale} />}
      </>
    ),
    onDone: (done) => tell({ done }),
    onStale: (stale) => tell({ stale }),
  };
}
