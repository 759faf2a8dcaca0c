import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { useEffect, useState } from 'preact/hooks';
import { RefusalNotice } from '../notice/Notice.tsx';
import './code.css';

const PAUSE_SECONDS = 30;

interface SendAgainProps {
  /** The last request: each one starts a pause. */
  readonly requestId: string;
  readonly send: () => Promise<object | Refusal>;
}

/**
 * Asks for another mail, after a pause that is counted in sight. The count is said to nobody, and the button is one and the same all along: the
 * focus stays where the person left it.
 */
export function SendAgain({ requestId, send }: SendAgainProps) {
  const left = useCountdown(requestId);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const [again, setAgain] = useState(false);
  const press = async () => {
    if (busy || left > 0) return;
    setBusy(true);
    const answer = await send();
    setBusy(false);
    setRefusal(isRefusal(answer) ? answer : undefined);
    setAgain(!isRefusal(answer));
  };
  return (
    <div class="stack stack-tight">
      <div class="row code-again">
        <button
          type="button"
          class="button button-secondary"
          aria-disabled={busy || left > 0 ? true : undefined}
          aria-busy={busy ? true : undefined}
          aria-describedby="code-pause"
          onClick={press}
        >
          Recevoir un autre mail
        </button>
        <span id="code-pause" class="small muted">
          {left > 0 && `Possible dans ${left} s`}
        </span>
      </div>
      <p class="small" role="status">
        {again && 'Un autre mail vient de partir : seul son code compte désormais.'}
      </p>
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
    </div>
  );
}

function useCountdown(requestId: string): number {
  const [left, setLeft] = useState(PAUSE_SECONDS);
  useEffect(() => {
    const end = Date.now() + PAUSE_SECONDS * 1_000;
    // By the clock, since a page behind another is woken up less often.
    const tick = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1_000)));
    tick();
    const ticking = setInterval(tick, 1_000);
    return () => clearInterval(ticking);
  }, [requestId]);
  return left;
}
