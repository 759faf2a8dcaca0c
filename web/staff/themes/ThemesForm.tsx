import type { ProgrammeSettings } from '@sur-mesure/functions/domain/programme/settings';
import type { Theme } from '@sur-mesure/functions/domain/programme/theme-list';
import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import { useMemo, useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { CheckedForm } from '../../common/form/CheckedForm.tsx';
import type { FieldError } from '../../common/notice/Notice.tsx';
import { ReasonField } from '../versions/ReasonField.tsx';
import { rebased } from './rebased-themes.ts';
import { ThemeEditor } from './ThemeEditor.tsx';
import { ThemesReview } from './ThemesReview.tsx';
import { askedThemes, LIST_FIELD, labelField, REASON_FIELD, themesErrors, withNewTheme } from './theme-draft.ts';

interface ThemesFormProps {
  readonly settings: ProgrammeSettings;
  readonly done: (message: string) => void;
  readonly onStale: (refusal: Refusal) => void;
}

interface TypedThemes {
  readonly themes: readonly Theme[];
  /** In force when they were typed. */
  readonly over: readonly Theme[];
}

/** The whole list, edited and then saved once, with why. Until something is typed it follows what is in force; what is typed stays when a colleague saves. */
export function ThemesForm({ settings, done, onStale }: ThemesFormProps) {
  const [typed, setTyped] = useState<TypedThemes>();
  const themes = useMemo(
    () => (typed === undefined ? settings.themes : rebased(typed.themes, typed.over, settings.themes)),
    [typed, settings.themes],
  );
  const setThemes = (next: readonly Theme[]) => setTyped({ themes: next, over: settings.themes });
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [reading, setReading] = useState(false);
  /** What was added last: its first field takes the focus. */
  const [added, setAdded] = useState<string>();
  const errorOf = (id: string) => errors.find(({ fieldId }) => fieldId === id)?.message;
  const read = () => {
    const found = themesErrors(themes, settings.themes, reason);
    setErrors(found);
    setReading(found.length === 0);
  };
  const saved = (message: string) => {
    setTyped(undefined);
    setReason('');
    setReading(false);
    done(message);
  };
  const addTheme = () => {
    const more = withNewTheme(themes);
    setThemes(more);
    setAdded(labelField(more.at(-1)?.id ?? ''));
  };
  return (
    <CheckedForm errors={errors} onPress={read}>
      <div id={LIST_FIELD} class="stack" tabIndex={-1}>
        {themes.map((theme) => (
          <ThemeEditor
            key={theme.id}
            {...{ theme, themes, errorOf, added }}
            inForce={settings.themes}
            onChange={setThemes}
            onAdded={setAdded}
          />
        ))}
        <div>
          <Button onClick={addTheme}>Ajouter une thématique</Button>
        </div>
      </div>
      <ReasonField
        id={REASON_FIELD}
        what="les thématiques"
        error={errorOf(REASON_FIELD)}
        value={reason}
        onInput={setReason}
      />
      <div>
        <Button tone="primary" type="submit">
          Relire avant d’enregistrer
        </Button>
      </div>
      {reading && (
        <ThemesReview
          asked={{ basedOn: settings.version, reason, values: { themes: askedThemes(themes) } }}
          inForce={settings.themes}
          themes={themes}
          done={saved}
          close={() => setReading(false)}
          onStale={(refusal) => {
            setReading(false);
            onStale(refusal);
          }}
        />
      )}
    </CheckedForm>
  );
}
