import type { Subtheme, Theme } from '@sur-mesure/functions/domain/programme/theme-list';
import { LONGEST_DETAIL, LONGEST_THEME } from '@sur-mesure/functions/domain/settings/themes-setting';
import { useEffect } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { TextAreaField, TextField } from '../../common/field/TextField.tsx';
import { Pill } from '../../common/state-pill/StatePill.tsx';
import { counted } from '../../common/words/typography.ts';
import {
  detailField,
  isInForce,
  LIST_FIELD,
  labelField,
  mayBeRemoved,
  withNewSubtheme,
  withoutNew,
  withSubtheme,
  withTheme,
} from './theme-draft.ts';

interface ThemeEditorProps {
  readonly theme: Theme;
  readonly themes: readonly Theme[];
  readonly inForce: readonly Theme[];
  readonly errorOf: (fieldId: string) => string | undefined;
  /** The field of what was added last. */
  readonly added: string | undefined;
  readonly onChange: (themes: readonly Theme[]) => void;
  readonly onAdded: (fieldId: string) => void;
}

/** A theme and its sub-themes, folded until somebody opens it, or something in it is new or to be corrected. */
export function ThemeEditor(props: ThemeEditorProps) {
  const { theme, themes, inForce, errorOf, added, onChange, onAdded } = props;
  const { id, label, subthemes } = theme;
  const fields = [labelField(id), ...subthemes.flatMap((one) => [labelField(one.id), detailField(one.id)])];
  const isNew = !isInForce(inForce, id);
  useEffect(() => {
    if (added !== undefined && fields.includes(added)) document.getElementById(added)?.focus();
  }, [added]);
  const add = () => {
    const more = withNewSubtheme(themes, id);
    onChange(more);
    onAdded(labelField(more.find((one) => one.id === id)?.subthemes.at(-1)?.id ?? ''));
  };
  const offered = subthemes.filter(({ retired }) => retired !== true).length;
  return (
    <details class="theme-editor" open={isNew || fields.some((field) => errorOf(field) !== undefined) || undefined}>
      <summary>
        {id}. {label === '' ? 'Nouvelle thématique' : label}
        <span class="muted"> · {offered === 0 ? 'plus proposée' : counted(offered, 'sous-thématique')}</span>
      </summary>
      <div class="stack theme-fields">
        <TextField
          id={labelField(id)}
          label={`Nom de la thématique ${id}`}
          maxLength={LONGEST_THEME}
          error={errorOf(labelField(id))}
          value={label}
          onInput={(typed) => onChange(withTheme(themes, id, typed))}
        />
        {subthemes.map((subtheme) => (
          <SubthemeEditor
            key={subtheme.id}
            {...{ subtheme, errorOf }}
            isNew={!isInForce(inForce, subtheme.id)}
            removable={mayBeRemoved(theme, subtheme.id, inForce)}
            onChange={(changed) => onChange(withSubtheme(themes, subtheme.id, changed))}
            onRemove={() => {
              onChange(withoutNew(themes, subtheme.id, inForce));
              // The button that had the focus goes with it.
              document.getElementById(labelField(id))?.focus();
            }}
          />
        ))}
        <div class="row">
          <Button onClick={add}>
            Ajouter une sous-thématique<span class="visually-hidden"> à la thématique {id}</span>
          </Button>
          {isNew && (
            <Button
              tone="quiet"
              onClick={() => {
                onChange(withoutNew(themes, id, inForce));
                document.getElementById(LIST_FIELD)?.focus();
              }}
            >
              Ne pas ajouter la thématique {id}
            </Button>
          )}
        </div>
      </div>
    </details>
  );
}

interface SubthemeEditorProps {
  readonly subtheme: Subtheme;
  readonly isNew: boolean;
  readonly removable: boolean;
  readonly errorOf: (fieldId: string) => string | undefined;
  readonly onChange: (changed: Partial<Omit<Subtheme, 'id'>>) => void;
  readonly onRemove: () => void;
}

function SubthemeEditor({ subtheme, isNew, removable, errorOf, onChange, onRemove }: SubthemeEditorProps) {
  const { id, label, detail = '', retired = false } = subtheme;
  return (
    <fieldset class="stack stack-tight theme-part">
      <legend class="field-label">
        {id} {retired && <Pill tone="ended">Retirée, plus proposée</Pill>}
      </legend>
      <TextField
        id={labelField(id)}
        label={`Nom de ${id}`}
        maxLength={LONGEST_THEME}
        error={errorOf(labelField(id))}
        value={label}
        onInput={(typed) => onChange({ label: typed })}
      />
      <TextAreaField
        id={detailField(id)}
        label={`Précision de ${id}`}
        optional
        rows={2}
        maxLength={LONGEST_DETAIL}
        error={errorOf(detailField(id))}
        value={detail}
        onInput={(typed) => onChange({ detail: typed })}
      />
      {removable && (
        <div>
          <Button tone="quiet" onClick={onRemove}>
            Ne pas ajouter {id}
          </Button>
        </div>
      )}
      {!isNew && (
        <div>
          <Button tone="quiet" onClick={() => onChange({ retired: !retired })}>
            {retired ? `Proposer ${id} à nouveau` : `Retirer ${id}`}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
