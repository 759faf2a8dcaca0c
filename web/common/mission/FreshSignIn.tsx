import type { CodeSent } from '@sur-mesure/functions/domain/api';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { useEffect, useRef, useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { endsSession } from '../api/refusals.ts';
import { Button, ButtonLink } from '../button/Button.tsx';
import { CodeField } from '../code/CodeField.tsx';
import { SendAgain } from '../code/SendAgain.tsx';
import { codeFieldId, useCode } from '../code/useCode.ts';
import { Dialog } from '../dialog/Dialog.tsx';
import { RefusalNotice } from '../notice/Notice.tsx';
import { signInAddress } from '../page/next.ts';

/** A code lives ten minutes; one that a person comes back to must leave the time to type it. */
const FRESH_MS = 7 * 60 * 1000;

interface FreshSignInProps {
  readonly refusal: Refusal | undefined;
  /** Takes the very same decision again, once the person is recognised anew. */
  readonly again: () => void;
}

/** A decision that engages money asks for a recent sign-in: a code typed here, in the open page, where nothing typed is lost. */
export function FreshSignIn({ refusal, again }: FreshSignInProps) {
  if (refusal?.code === 'sign-in-too-old') return <Confirmation refusal={refusal} again={again} />;
  if (refusal === undefined || !endsSession(refusal)) return null;
  return (
    <div>
      <ButtonLink href={signInAddress(location)}>Se reconnecter</ButtonLink>
    </div>
  );
}

function Confirmation({ refusal, again }: { readonly refusal: Refusal; readonly again: () => void }) {
  const [open, setOpen] = useState(true);
  const { sent, failure, ask } = useCodeRequest();
  const code = useCode({
    requestId: sent?.requestId,
    onSignedIn: () => {
      setOpen(false);
      again();
    },
  });
  // Each refusal is a new press of the decision's button: the way to confirm it opens, with the code already sent.
  useEffect(() => {
    setOpen(true);
    if (sent === undefined || Date.now() - sent.at > FRESH_MS) ask();
  }, [refusal]);
  const coming = sent === undefined;
  useEffect(() => {
    if (open && !coming) document.getElementById(codeFieldId)?.focus();
  }, [open, coming]);
  return (
    <div>
      <Button opens="dialog" onClick={() => setOpen(true)}>
        Écrire le code reçu
      </Button>
      <Dialog
        open={open}
        title="Confirmer avec un code"
        confirmLabel="Confirmer"
        busy={code.busy}
        keptFields={[codeFieldId]}
        onConfirm={code.submit}
        onCancel={() => setOpen(false)}
      >
        {failure === undefined ? (
          <p>
            {coming
              ? 'Un code part à votre adresse…'
              : 'Votre connexion est ancienne. Un code vient de partir à votre adresse : écrivez-le ici, et votre décision sera prise. Rien de ce que vous avez écrit n’est perdu.'}
          </p>
        ) : (
          <RefusalNotice refusal={failure} />
        )}
        {sent !== undefined && (
          <>
            <CodeField {...code} />
            <SendAgain requestId={sent.requestId} send={ask} />
          </>
        )}
      </Dialog>
    </div>
  );
}

/** Asks for a code mailed to one's own address; the last request is the one whose code counts. */
function useCodeRequest() {
  const [sent, setSent] = useState<CodeSent & { readonly at: number }>();
  const [failure, setFailure] = useState<Refusal>();
  const asking = useRef<Promise<CodeSent | Refusal> | undefined>(undefined);
  const ask = async (): Promise<CodeSent | Refusal> => {
    asking.current ??= call('requestCode', { next: `${location.pathname}${location.search}` });
    const answer = await asking.current;
    asking.current = undefined;
    if (!isRefusal(answer)) setSent({ ...answer, at: Date.now() });
    // With a code on its way, the refusal of another one is said beside the button that asked for it.
    setFailure(isRefusal(answer) && sent === undefined ? answer : undefined);
    return answer;
  };
  return { sent, failure, ask };
}
