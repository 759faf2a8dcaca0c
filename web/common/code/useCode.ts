import type { SignedIn } from '@sur-mesure/functions/domain/api';
import { isRefusal, type Refusal, refuse } from '@sur-mesure/functions/domain/refusal';
import { useEffect, useRef, useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { openSession, prepareSignIn } from '../session/session.ts';
import { CODE_LENGTH, digitsOf } from './digits.ts';

export const codeFieldId = 'code';

export interface CodeTyping {
  readonly typed: string;
  readonly error: string | undefined;
  readonly busy: boolean;
  /** Keeps the digits, and sends them by itself once there are six. */
  readonly input: (text: string) => void;
  readonly submit: () => void;
}

interface CodeOf {
  /** The request that the code answers; undefined while it is being made. A new one starts from an empty field. */
  readonly requestId: string | undefined;
  /** The person is signed in on this page; `next` is where the mail wanted to lead. */
  readonly onSignedIn: (next: string) => void;
}

const unreachable = refuse('connection_lost', 'La connexion a été coupée. Votre code reste valable. Réessayez.');

/** Six digits typed in the open page, exchanged for a sign-in in this very page. */
export function useCode({ requestId, onSignedIn }: CodeOf): CodeTyping {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  // Kept, so that a network cut between the two steps does not cost the person a second code.
  const exchanged = useRef<SignedIn | undefined>(undefined);
  useEffect(() => {
    setTyped('');
    setError(undefined);
    exchanged.current = undefined;
    if (requestId !== undefined) prepareSignIn();
  }, [requestId]);
  const enter = async (code: string): Promise<Refusal | SignedIn> => {
    if (requestId === undefined) return unreachable;
    const answer = exchanged.current ?? (await call('exchangeCode', { requestId, code }));
    if (isRefusal(answer)) return answer;
    exchanged.current = answer;
    const session = await openSession().catch(() => unreachable);
    if (isRefusal(session)) return session;
    const user = await session.signInWithCustomToken(answer.customToken, answer.name);
    return isRefusal(user) ? user : answer;
  };
  const send = async (code: string) => {
    if (running.current) return;
    if (code.length < CODE_LENGTH) {
      setError('Écrivez les six chiffres reçus par mail.');
      return document.getElementById(codeFieldId)?.focus();
    }
    running.current = true;
    setBusy(true);
    setError(undefined);
    const answer = await enter(code);
    running.current = false;
    setBusy(false);
    if (!isRefusal(answer)) return onSignedIn(answer.next);
    setError(answer.message);
    selectField();
  };
  return {
    typed,
    error,
    busy,
    input: (text) => {
      const digits = digitsOf(text);
      setTyped(digits);
      if (digits.length === CODE_LENGTH && digits !== typed) send(digits);
    },
    submit: () => void send(typed),
  };
}

/** What was wrong is replaced by the next digit typed, or by the next paste. */
function selectField(): void {
  const field = document.getElementById(codeFieldId);
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  field.select();
}
