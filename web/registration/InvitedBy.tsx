import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import type { Views } from '@sur-mesure/functions/domain/views';
import { useEffect } from 'preact/hooks';
import { type Loading, useView } from '../common/loading/Loaded.tsx';
import { Notice } from '../common/notice/Notice.tsx';
import { Skeleton } from '../common/skeleton/Skeleton.tsx';
import { of } from '../common/words/typography.ts';

interface InvitedByProps {
  /** Of the mail that led here. */
  readonly invitation: string;
  readonly onKnown: (invited: Views['expertInvitation']) => void;
}

/** Who invites, and the form filled with what they wrote. One that can't be used any more is said, and stops nobody. */
export function InvitedBy({ invitation, onKnown }: InvitedByProps) {
  const { answer }: Loading<Views['expertInvitation']> = useView({ name: 'expertInvitation', invitation });
  useEffect(() => {
    if (answer !== undefined && !isRefusal(answer)) onKnown(answer);
  }, [answer]);
  if (answer === undefined) return <Skeleton lines={2} />;
  if (isRefusal(answer)) {
    return (
      <Notice tone="warning" title="Cette invitation ne sert plus" announced>
        <p>{answer.message}</p>
      </Notice>
    );
  }
  return (
    <Notice title={`${answer.byName}, ${of(answer.laureateName)}, vous invite`}>
      <p>
        Votre nom et votre adresse sont déjà écrits. Une fois votre inscription lue par l’équipe France Tiers-Lieux,{' '}
        {answer.laureateName} pourra vous demander une mission.
      </p>
    </Notice>
  );
}
