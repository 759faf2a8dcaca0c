import { dayOf } from '@sur-mesure/functions/domain/calendar';
import { scopingNoteActions } from '@sur-mesure/functions/domain/scoping-notes/actions';
import { type RecommendationSource, recommendationSources } from '@sur-mesure/functions/domain/scoping-notes/note';
import { useState } from 'preact/hooks';
import { useOperation } from '../../common/api/useOperation.ts';
import { Button } from '../../common/button/Button.tsx';
import { RadioField, SelectField } from '../../common/field/ChoiceFields.tsx';
import { SubthemeField } from '../../common/field/SubthemeField.tsx';
import { DateField, TextAreaField } from '../../common/field/TextField.tsx';
import { useView } from '../../common/loading/Loaded.tsx';
import { OperationOutcome } from '../../common/notice/OperationOutcome.tsx';

interface RecommendFormProps {
  readonly laureateId: string;
  readonly onDone: (message: string) => void;
}

const sources = [
  { value: 'committee', label: recommendationSources.committee },
  { value: 'trainers', label: recommendationSources.trainers },
] as const;

const empty = { subthemes: [] as readonly string[], text: '', fileId: null as string | null };

/** What the committee or the trainers recommended, recorded beside the note. Nothing recorded is changed: one adds. */
export function RecommendForm({ laureateId, onDone }: RecommendFormProps) {
  const [source, setSource] = useState<RecommendationSource>('trainers');
  const [day, setDay] = useState<string>(dayOf(Date.now()));
  const [typed, setTyped] = useState(empty);
  const [error, setError] = useState<string>();
  const { run, busy, ...outcome } = useOperation('scopingNoteAction');
  const send = async () => {
    const missing = typed.text.trim() === '';
    setError(missing ? 'Écrivez ce qui est recommandé.' : undefined);
    if (missing) return document.getElementById('recommendation')?.focus();
    const done = await run((operationId) => ({
      ...{ action: 'recommend' as const, day, source, ...typed },
      ...{ laureateId, operationId },
    }));
    if (done === undefined) return;
    setTyped(empty);
    onDone(done.done);
  };
  return (
    <details class="card">
      <summary>{scopingNoteActions.recommend.label}</summary>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <RadioField id="source" label="De qui ?" choices={sources} value={source} onInput={setSource} />
        <DateField id="recommended-on" label="Date" max={dayOf(Date.now())} value={day} onInput={setDay} />
        <SubthemeField
          id="recommended-subthemes"
          label="Sur quelles sous-thématiques ?"
          optional
          values={typed.subthemes}
          onInput={(subthemes) => setTyped({ ...typed, subthemes })}
        />
        <TextAreaField
          id="recommendation"
          label="Ce qui est recommandé"
          hint="La manufacture et les experts à qui son dossier est ouvert le lisent à côté de la note."
          maxLength={10_000}
          error={error}
          value={typed.text}
          onInput={(text) => setTyped({ ...typed, text })}
        />
        <DocumentField
          laureateId={laureateId}
          fileId={typed.fileId}
          onInput={(fileId) => setTyped({ ...typed, fileId })}
        />
        <OperationOutcome {...outcome} nothing="rien n’est enregistré" />
        <div>
          <Button type="submit" tone="primary" busy={busy}>
            {scopingNoteActions.recommend.label}
          </Button>
        </div>
      </form>
    </details>
  );
}

interface DocumentFieldProps {
  readonly laureateId: string;
  readonly fileId: string | null;
  readonly onInput: (fileId: string | null) => void;
}

/** Its document, when it was put in the dossier: there it is verified, shared and logged as the others are. */
function DocumentField({ laureateId, fileId, onInput }: DocumentFieldProps) {
  const { answer } = useView({ name: 'dossier', laureateId });
  const pieces = answer !== undefined && 'pieces' in answer ? answer.pieces : [];
  const kept = pieces.filter(({ withdrawnAt }) => withdrawnAt === null);
  if (kept.length === 0) return null;
  const choices = [
    { value: 'none', label: 'Aucun' },
    ...kept.map(({ fileId: value, name }) => ({ value, label: name })),
  ];
  return (
    <SelectField
      id="recommendation-document"
      label="Document du dossier"
      optional
      choices={choices}
      value={fileId ?? 'none'}
      onInput={(value) => onInput(value === 'none' ? null : value)}
    />
  );
}
