import type { MissionState } from '@sur-mesure/functions/domain/missions/states';
import type { ProgrammeSettings } from '@sur-mesure/functions/domain/programme/settings';
import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import { settingKeys, settingRow, valueWords } from '@sur-mesure/functions/domain/settings/rows';
import { type SettingSection, settingSections } from '@sur-mesure/functions/domain/settings/sections';
import { type SettingKey, type SettingValue, valuesOf } from '@sur-mesure/functions/domain/settings/values';
import { useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { CheckedForm } from '../../common/form/CheckedForm.tsx';
import type { FieldError } from '../../common/notice/Notice.tsx';
import { ReasonField } from '../versions/ReasonField.tsx';
import { SettingField } from './SettingField.tsx';
import { SettingsReview } from './SettingsReview.tsx';
import {
  ALL_FIELDS,
  REASON_FIELD,
  settingsErrors,
  type TypedSettings,
  typedValues,
  withTyped,
} from './typed-settings.ts';

interface SettingsFormProps {
  readonly settings: ProgrammeSettings;
  readonly states: readonly MissionState[];
  readonly done: (message: string) => void;
  /** Somebody else saved first: the settings are to be read again, what is typed stays. */
  readonly onStale: (refusal: Refusal) => void;
}

const sections = Object.keys(settingSections).filter((name): name is SettingSection =>
  Object.hasOwn(settingSections, name),
);

/** Every setting of the table, by section; then why, and a reading of what changes before it is saved. */
export function SettingsForm({ settings, states, done, onStale }: SettingsFormProps) {
  const [typed, setTyped] = useState<TypedSettings>(new Map());
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [reading, setReading] = useState(false);
  const read = () => {
    const found = settingsErrors(typed, settings, reason);
    setErrors(found);
    setReading(found.length === 0);
  };
  const saved = (message: string) => {
    setTyped(new Map());
    setReason('');
    setReading(false);
    done(message);
  };
  return (
    <CheckedForm errors={errors} onPress={read}>
      <div id={ALL_FIELDS} class="stack stack-loose" tabIndex={-1}>
        {sections.map((section) => (
          <Section
            key={section}
            {...{ section, settings, typed, errors }}
            onInput={(key, value) => setTyped(withTyped(typed, settings, { key, value }))}
          />
        ))}
      </div>
      <ReasonField
        id={REASON_FIELD}
        what="ces réglages"
        error={errors.find(({ fieldId }) => fieldId === REASON_FIELD)?.message}
        value={reason}
        onInput={setReason}
      />
      <div>
        <Button tone="primary" type="submit">
          Relire avant d’enregistrer
        </Button>
      </div>
      {reading && (
        <SettingsReview
          asked={{ basedOn: settings.version, reason, values: typedValues(typed) }}
          {...{ settings, states }}
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

interface SectionProps {
  readonly section: SettingSection;
  readonly settings: ProgrammeSettings;
  readonly typed: TypedSettings;
  readonly errors: readonly FieldError[];
  readonly onInput: (key: SettingKey, value: SettingValue | undefined) => void;
}

function Section({ section, settings, typed, errors, onInput }: SectionProps) {
  const inForce = valuesOf(settings);
  return (
    <section class="stack" aria-labelledby={`settings-${section}`}>
      <h2 id={`settings-${section}`}>{settingSections[section]}</h2>
      <div class="grid settings-grid">
        {settingKeys
          .filter((key) => settingRow(key).section === section)
          .map((key) => (
            // A setting that is changed under the page, or taken back, is shown anew.
            <div key={`${key} ${valueWords(key, inForce[key])}`} class="stack stack-tight">
              <SettingField
                id={key}
                row={settingRow(key)}
                error={errors.find(({ fieldId }) => fieldId === key)?.message}
                value={typed.has(key) ? typed.get(key) : inForce[key]}
                onInput={(value) => onInput(key, value)}
              />
              {typed.has(key) && <p class="small">En vigueur : {valueWords(key, inForce[key])}</p>}
            </div>
          ))}
      </div>
    </section>
  );
}
