import { useState } from 'preact/hooks';
import { CheckboxGroup } from '../common/field/ChoiceFields.tsx';
import { TextField } from '../common/field/TextField.tsx';
import { Loaded, useView } from '../common/loading/Loaded.tsx';
import { plain } from './request-draft.ts';

interface SharingProps {
  readonly laureateId: string;
  readonly values: readonly string[];
  readonly onInput: (laureateIds: readonly string[]) => void;
}

/** Most missions are for one laureate: the others' names are asked for only when somebody opens this. */
export function Sharing(props: SharingProps) {
  const [opened, setOpened] = useState(props.values.length > 0);
  return (
    <details
      class="more"
      open={opened}
      onToggle={(event) => {
        if (event.currentTarget.open) setOpened(true);
      }}
    >
      <summary>Partager la mission avec d’autres manufactures</summary>
      {opened && <Partners {...props} />}
    </details>
  );
}

const MOST_SHOWN = 12;

function Partners({ laureateId, values, onInput }: SharingProps) {
  const loading = useView({ name: 'partners', laureateId });
  const [words, setWords] = useState('');
  return (
    <Loaded loading={loading}>
      {({ partners }) => {
        const found = partners.filter(({ name }) => plain(name).includes(plain(words.trim()))).slice(0, MOST_SHOWN);
        const offered = partners.filter((partner) => values.includes(partner.laureateId) || found.includes(partner));
        return (
          <div class="stack">
            <p>Chacune décidera pour elle-même et paiera sa part. Leur dossier ne s’ouvre pas sans leur accord.</p>
            <TextField
              id="partner-search"
              label="Chercher une manufacture"
              optional
              type="search"
              width="medium"
              value={words}
              onInput={setWords}
            />
            <CheckboxGroup
              id="partners"
              label="Manufactures à inviter"
              optional
              choices={offered.map((partner) => ({ value: partner.laureateId, label: partner.name }))}
              values={values}
              onInput={onInput}
            />
          </div>
        );
      }}
    </Loaded>
  );
}
