import type { Partner } from '@sur-mesure/functions/domain/laureates/sharing';
import { useEffect, useState } from 'preact/hooks';
import { EmptyState } from '../common/empty-state/EmptyState.tsx';
import { CheckboxGroup } from '../common/field/ChoiceFields.tsx';
import { TextField } from '../common/field/TextField.tsx';
import { Loaded, useView } from '../common/loading/Loaded.tsx';
import { Notice } from '../common/notice/Notice.tsx';
import { subthemeLabel } from '../common/themes/themes.ts';
import { rankedPartners } from './ranked-partners.ts';
import { SharingChoice } from './SharingChoice.tsx';

interface SharingProps {
  readonly laureateId: string;
  /** Of the request: who has them too comes first. */
  readonly subthemes: readonly string[];
  readonly values: readonly string[];
  readonly onInput: (laureateIds: readonly string[]) => void;
}

/** Most missions are for one laureate: the others' names are asked for only when somebody opens this. */
export function Sharing({ opened: openedFirst, ...props }: SharingProps & { readonly opened: boolean }) {
  const [opened, setOpened] = useState(openedFirst);
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

/** Open or not, the choice is at the same place: who presses it keeps the button, and sees the names come above. */
function Partners(props: SharingProps) {
  const { laureateId } = props;
  const loading = useView({ name: 'partners', laureateId });
  return (
    <Loaded loading={loading}>
      {({ openToSharing, partners }) => (
        <div class="stack">
          <Invitations {...props} partners={partners} />
          {openToSharing !== null && partners.length === 0 && (
            <EmptyState>Aucune autre manufacture n’accepte encore de partager une mission.</EmptyState>
          )}
          <SharingChoice {...{ laureateId, openToSharing }} onChanged={loading.refresh} />
        </div>
      )}
    </Loaded>
  );
}

const MOST_SHOWN = 12;

function Invitations({
  partners,
  subthemes,
  values,
  onInput,
}: SharingProps & { readonly partners: readonly Partner[] }) {
  const [words, setWords] = useState('');
  const gone = useGone({ partners, values, onInput });
  const found = rankedPartners(partners, { subthemes, words }).slice(0, MOST_SHOWN);
  const ticked = partners.filter((partner) => values.includes(partner.laureateId) && !found.includes(partner));
  return (
    <>
      {gone && (
        <Notice tone="warning" announced>
          <p>Une manufacture que vous aviez choisie n’est plus proposée : elle est retirée de votre demande.</p>
        </Notice>
      )}
      {partners.length > 0 && (
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
            choices={[...found, ...ticked].map(choiceOf)}
            values={values}
            onInput={onInput}
          />
        </div>
      )}
    </>
  );
}

function choiceOf({ laureateId, name, subthemes }: Partner) {
  const hint =
    subthemes.length === 0
      ? {}
      : { hint: `Besoins en commun : ${subthemes.map((id) => subthemeLabel(id)).join(', ')}` };
  return { value: laureateId, label: name, ...hint };
}

/** A draft may name who has closed since: nothing would show it, and the request would be refused. True once one was taken out. */
function useGone({
  partners,
  values,
  onInput,
}: Pick<SharingProps, 'values' | 'onInput'> & { readonly partners: readonly Partner[] }) {
  const [gone, setGone] = useState(false);
  const left = values.filter((id) => partners.some(({ laureateId }) => laureateId === id));
  useEffect(() => {
    if (left.length === values.length) return;
    setGone(true);
    onInput(left);
  }, [left.length, values.length]);
  return gone;
}
