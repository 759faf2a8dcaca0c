import type { FormChange } from '@sur-mesure/functions/domain/forms/change';
import { startEditing } from '@sur-mesure/functions/domain/forms/editing';
import { LONGEST_TITLE } from '@sur-mesure/functions/domain/forms/faults';
import type { Form } from '@sur-mesure/functions/domain/forms/form';
import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import { useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { useDraft } from '../../common/draft.ts';
import { TextField } from '../../common/field/TextField.tsx';
import { CheckedForm } from '../../common/form/CheckedForm.tsx';
import { useToldErrors } from '../../common/form/told-errors.ts';
import { ReasonField } from '../versions/ReasonField.tsx';
import { Begun } from './Begun.tsx';
import { FormPreview } from './FormPreview.tsx';
import { draftErrors, type FormDraft, isFormDraft } from './form-draft.ts';
import { REASON_FIELD, TITLE_FIELD } from './form-words.ts';
import { PublishReview } from './PublishReview.tsx';
import { SectionsEditor } from './SectionsEditor.tsx';

interface FormEditorProps {
  readonly inForce: Form;
  /** What made it, null while nobody changed it. */
  readonly lastChange: FormChange | undefined;
  /** An earlier version that is brought back, if one is. */
  readonly begunFrom: Form | undefined;
  readonly uid: string;
  readonly done: (message: string) => void;
  readonly onStale: (refusal: Refusal) => void;
}

/** The next version of a form: what it will look like, its questions, why, and a reading of what changes before it is published. */
export function FormEditor(props: FormEditorProps) {
  const { inForce, lastChange, begunFrom, done, onStale } = props;
  const { draft, told, restoredFrom, startAgain } = useWork(props);
  const [reading, setReading] = useState(false);
  const close = () => setReading(false);
  return (
    <section class="stack stack-loose" aria-labelledby="editor-title">
      <h2 id="editor-title">La prochaine version</h2>
      <Begun {...{ draft, inForce, lastChange, begunFrom, restoredFrom, startAgain }} />
      <FormPreview draft={draft.value} inForce={inForce} />
      <CheckedForm errors={told.errors} labelledBy="editor-title" onPress={() => setReading(told.complete())}>
        <Words name={inForce.name} draft={draft.value} errorOf={told.errorOf} onChange={draft.change} />
        <div>
          <Button tone="primary" type="submit">
            Relire avant de publier
          </Button>
        </div>
        {reading && (
          <PublishReview
            {...{ inForce, close }}
            draft={draft.value}
            done={(message) => {
              draft.clear();
              close();
              done(message);
            }}
            onStale={(refusal) => {
              close();
              onStale(refusal);
            }}
          />
        )}
      </CheckedForm>
    </section>
  );
}

function useWork({ inForce, begunFrom, uid }: FormEditorProps) {
  const start = begunFrom ?? inForce;
  const first: FormDraft = { form: startEditing(start, inForce), reason: '' };
  // An earlier version that is brought back is another piece of work: it does not take the place of what was begun.
  const key = `${uid}.form.${inForce.name}${begunFrom === undefined ? '' : `.${begunFrom.version}`}`;
  const draft = useDraft(key, first, isFormDraft);
  const told = useToldErrors(draftErrors(draft.value, inForce, start));
  const [restoredFrom, setRestoredFrom] = useState(draft.restoredFrom);
  const startAgain = () => {
    draft.change(first);
    draft.clear();
    setRestoredFrom(undefined);
    told.forget();
  };
  return { draft, told, restoredFrom, startAgain };
}

interface WordsProps {
  readonly name: Form['name'];
  readonly draft: FormDraft;
  readonly errorOf: (fieldId: string) => string | undefined;
  readonly onChange: (draft: FormDraft) => void;
}

/** Everything of a version that is typed. */
function Words({ name, draft, errorOf, onChange }: WordsProps) {
  const { form, reason } = draft;
  return (
    <>
      <TextField
        id={TITLE_FIELD}
        label="Titre du formulaire"
        maxLength={LONGEST_TITLE}
        error={errorOf(TITLE_FIELD)}
        value={form.title}
        onInput={(title) => onChange({ ...draft, form: { ...form, title } })}
      />
      <SectionsEditor {...{ name, form, errorOf }} onChange={(changed) => onChange({ ...draft, form: changed })} />
      <ReasonField
        id={REASON_FIELD}
        what="ce formulaire"
        error={errorOf(REASON_FIELD)}
        value={reason}
        onInput={(typed) => onChange({ ...draft, reason: typed })}
      />
    </>
  );
}
