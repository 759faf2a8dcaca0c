import { RefusalNotice } from '../notice/Notice.tsx';
import type { AskedDocument } from './asked-document.ts';

/** What becomes of a PDF that was asked for: on its way, or refused. */
export function DocumentComing({ coming, refusal }: Pick<AskedDocument<string>, 'coming' | 'refusal'>) {
  return (
    <>
      <div role="status">
        {coming !== undefined && <p class="muted">Le PDF se prépare : il s’enregistre de lui-même dans un instant.</p>}
      </div>
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
    </>
  );
}
