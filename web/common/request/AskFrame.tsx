import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import type { ComponentChildren } from 'preact';
import { CheckedForm } from '../form/CheckedForm.tsx';
import { NetworkWaiting } from '../network/NetworkWaiting.tsx';
import { Answers, type AskedWords } from './Answers.tsx';
import type { useAskForm } from './useAskForm.ts';

interface AskFrameProps {
  readonly form: ReturnType<typeof useAskForm>;
  readonly words: AskedWords;
  readonly missionAddress: (missionId: string) => string;
  /** Where one may go once somebody was asked. */
  readonly next: ComponentChildren;
  /** What is pressed, after the answers of those who could not be asked. */
  readonly button: ComponentChildren;
  /** The fields. */
  readonly children: ComponentChildren;
}

/** A request as it is written, then what became of it: once one expert was asked, the answers take the place of the form. */
export function AskFrame({ form, words, missionAddress, next, button, children }: AskFrameProps) {
  const { draft, matches, errors, asking, press } = form;
  const { answers, busy } = asking;
  const said = { answers, nameOf: matches.companyOf, missionAddress, words };
  const waiting = <NetworkWaiting wait={asking.wait} takeBack={asking.takeBack} nothing="rien n’est demandé" />;
  if (answers.some(({ outcome }) => !isRefusal(outcome)))
    return (
      <>
        <Answers {...said} {...{ left: draft.expertIds, busy, onAgain: press, next }} />
        {waiting}
      </>
    );
  return (
    <CheckedForm errors={errors} onPress={press}>
      {children}
      {answers.length > 0 && !busy && <Answers {...said} left={[]} busy={false} />}
      {waiting}
      {button}
    </CheckedForm>
  );
}
