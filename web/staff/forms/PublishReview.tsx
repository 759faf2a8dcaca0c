import { changedParts } from '@sur-mesure/functions/domain/forms/changed-parts';
import { editedContent, removedQuestions } from '@sur-mesure/functions/domain/forms/editing';
import type { Form } from '@sur-mesure/functions/domain/forms/form';
import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import { useOperation } from '../../common/api/useOperation.ts';
import { Notice } from '../../common/notice/Notice.tsx';
import { Becomes } from '../versions/Becomes.tsx';
import { ReviewDialog } from '../versions/ReviewDialog.tsx';
import { type FormDraft, formToCome } from './form-draft.ts';
import { oldAnswersStay, partLabel, partWords } from './form-words.ts';

interface PublishReviewProps {
  readonly draft: FormDraft;
  readonly inForce: Form;
  readonly done: (message: string) => void;
  readonly close: () => void;
  readonly onStale: (refusal: Refusal) => void;
}

/** What changes, before → after, and what becomes of old answers: read before it is published. */
export function PublishReview({ draft, inForce, done, close, onStale }: PublishReviewProps) {
  const { form, reason } = draft;
  const { run, busy, ...outcome } = useOperation('publishForm');
  const confirm = async () => {
    const { basedOn, startedFrom } = form;
    const asked = { name: inForce.name, basedOn, startedFrom, reason, content: editedContent(form) };
    const answer = await run((operationId) => ({ ...asked, operationId }));
    if (answer !== undefined) done(answer.done);
  };
  return (
    <ReviewDialog
      title={`Publier la version ${inForce.version + 1} ?`}
      confirmLabel="Publier le formulaire"
      staleCode="form-stale"
      {...outcome}
      {...{ reason, busy, onStale, close }}
      onConfirm={() => void confirm()}
    >
      <ul class="stack stack-tight plain-list">
        {changedParts(inForce, formToCome(draft, inForce)).map((part) => (
          <li key={`${part.kind} ${part.about}`}>
            {part.kind === 'added' || part.kind === 'removed' ? (
              <p>{partWords(part)}</p>
            ) : (
              <Becomes label={partLabel(part)} before={part.before} after={part.after} />
            )}
          </li>
        ))}
      </ul>
      {removedQuestions(inForce, form).length > 0 && (
        <Notice title="Les anciennes réponses restent">
          <p>{oldAnswersStay}</p>
        </Notice>
      )}
      <p>
        Elle est en vigueur dès la publication. Qui est en train d’écrire dans la version {inForce.version} peut encore
        l’envoyer.
      </p>
    </ReviewDialog>
  );
}
