import { noMissionFilter } from '@sur-mesure/functions/domain/lists/missions';
import { useState } from 'preact/hooks';
import { type Choice, SelectField } from '../../common/field/ChoiceFields.tsx';
import { Loaded, useTurnedView } from '../../common/loading/Loaded.tsx';
import { WordsField } from '../lists/WordsField.tsx';

interface WhichMissionProps {
  readonly missionId: string | null;
  readonly onChoose: (missionId: string | null) => void;
}

const listOf = new Intl.ListFormat('fr-FR');
/** Those that moved last: of a large programme, the others are found by a name. */
const latest = { sort: 'since', descending: true, after: null, before: null, size: 25 } as const;
const sample: Choice<string> = { value: 'exemple', label: 'Mission d’exemple, fictive' };

/** The mission that a text is tried on. The one that is chosen stays, whatever is looked for next. */
export function WhichMission({ missionId, onChoose }: WhichMissionProps) {
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState(sample);
  const loading = useTurnedView({ name: 'missions', filters: { ...noMissionFilter, words }, page: latest });
  return (
    <Loaded loading={loading} lines={2}>
      {({ page }) => {
        const found = page.rows.map(({ missionId: value, laureateNames, expertName }) => ({
          value,
          label: `${listOf.format(laureateNames)} et ${expertName}`,
        }));
        const others = found.filter(({ value }) => value !== chosen.value);
        const choices = [sample, ...(chosen.value === sample.value ? [] : [chosen]), ...others];
        return (
          <>
            {(page.next !== null || words !== '') && (
              <WordsField label="Une autre mission : un nom, un besoin" words={words} onWords={setWords} />
            )}
            <SelectField
              id="preview-mission"
              label="Sur quelle mission ?"
              hint="Une vraie mission est lue comme à son ouverture : son lauréat voit dans son journal que l’équipe l’a lue."
              choices={choices}
              value={missionId ?? sample.value}
              onInput={(value) => {
                setChosen(choices.find((choice) => choice.value === value) ?? sample);
                onChoose(value === sample.value ? null : value);
              }}
            />
          </>
        );
      }}
    </Loaded>
  );
}
