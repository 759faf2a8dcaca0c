import { regions } from '@sur-mesure/functions/domain/programme/territories';
import { themes } from '@sur-mesure/functions/domain/programme/themes';
import { SelectField } from '../common/field/ChoiceFields.tsx';
import { TextField } from '../common/field/TextField.tsx';
import type { Filter } from './filter.ts';
import './directory.css';

interface FilterFormProps {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

const all = 'toutes';
const regionChoices = [
  { value: all, label: 'Toutes les régions' },
  ...regions.map((region) => ({ value: region, label: region })),
];
const themeChoices = [
  { value: all, label: 'Toutes les thématiques' },
  ...themes.map(({ id, label }) => ({ value: id, label })),
];

/** Filters act as they change: there is nothing to send, and no button to look for. */
export function FilterForm({ filter, onChange }: FilterFormProps) {
  const theme = themes.find(({ id }) => id === filter.themeId);
  const chosen = (value: string) => (value === all ? null : value);
  return (
    <search class="filters">
      <TextField
        id="mots"
        label="Un métier, une matière, un nom"
        type="search"
        optional
        value={filter.words}
        onInput={(words) => onChange({ ...filter, words })}
      />
      <SelectField
        id="thematique"
        label="Thématique"
        optional
        choices={themeChoices}
        value={filter.themeId ?? all}
        onInput={(value) => onChange({ ...filter, themeId: chosen(value), subthemeId: null })}
      />
      {theme !== undefined && (
        <SelectField
          id="sous-thematique"
          label="Sous-thématique"
          optional
          choices={[
            { value: all, label: 'Toutes les sous-thématiques' },
            ...theme.subthemes.map(({ id, label }) => ({ value: id, label })),
          ]}
          value={filter.subthemeId ?? all}
          onInput={(value) => onChange({ ...filter, subthemeId: chosen(value) })}
        />
      )}
      <SelectField
        id="region"
        label="Région d’intervention"
        optional
        choices={regionChoices}
        value={filter.region ?? all}
        onInput={(value) => onChange({ ...filter, region: chosen(value) })}
      />
    </search>
  );
}
