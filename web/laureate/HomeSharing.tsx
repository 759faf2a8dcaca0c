import type { SharedNeeds } from '@sur-mesure/functions/domain/laureates/sharing';
import type { LaureateHome } from '@sur-mesure/functions/domain/laureates/views';
import { useState } from 'preact/hooks';
import { Loaded, useView } from '../common/loading/Loaded.tsx';
import { subthemeLabel } from '../common/themes/themes.ts';
import { counted } from '../common/words/typography.ts';
import type { Addresses } from './addresses.ts';
import { SharingChoice, SharingState } from './SharingChoice.tsx';
import { namesInWords, sameNeedsTitle } from './sharing-words.ts';

interface HomeSharingProps {
  readonly home: LaureateHome;
  readonly addresses: Addresses;
  readonly onChanged: () => void;
}

/** Who has the same needs, for a laureate that is open to sharing; and whether it is. Who only reads the home changes nothing. */
export function HomeSharing({ home, addresses, onChanged }: HomeSharingProps) {
  const { laureateId, openToSharing, role, status } = home;
  // Out of the programme, only a yes that stands is left to take back.
  if (status !== 'active' && openToSharing === null) return null;
  return (
    <section class="stack" aria-labelledby="sharing-heading">
      <h2 id="sharing-heading">Partager une mission</h2>
      {openToSharing !== null && role !== null && status === 'active' && (
        <SameNeeds laureateId={laureateId} addresses={addresses} />
      )}
      {role === null ? (
        <SharingState openToSharing={openToSharing} />
      ) : (
        <SharingChoice {...{ laureateId, openToSharing, onChanged }} />
      )}
    </section>
  );
}

/** Asked for once the laureate is open, and by its home alone: most views of the space need no other laureate. */
function SameNeeds({ laureateId, addresses }: { readonly laureateId: string; readonly addresses: Addresses }) {
  const loading = useView({ name: 'sharedNeeds', laureateId });
  return (
    <Loaded loading={loading} lines={2}>
      {(shared) => <Proposals {...{ shared, laureateId, addresses }} />}
    </Loaded>
  );
}

interface ProposalsProps {
  readonly shared: SharedNeeds;
  readonly laureateId: string;
  readonly addresses: Addresses;
}

function Proposals({ shared, laureateId, addresses }: ProposalsProps) {
  if (shared.needs.length === 0) {
    return <p>Aucune manufacture ouverte au partage n’a les mêmes besoins que vous pour le moment.</p>;
  }
  return (
    <>
      <p id="same-needs">{sameNeedsTitle(shared)}</p>
      <ul class="stack plain-list" aria-labelledby="same-needs">
        {shared.needs.map(({ subtheme, ...named }) => (
          <li key={subtheme}>
            <a href={addresses.shareNeed(subtheme)} class="tall-link">
              Partager une mission : {subthemeLabel(subtheme)}
            </a>
            <p class="small muted">avec {namesInWords(named)}</p>
            {named.others > 0 && <AllSharers {...{ laureateId, subtheme }} count={named.names.length + named.others} />}
          </li>
        ))}
      </ul>
    </>
  );
}

interface AllSharersProps {
  readonly laureateId: string;
  readonly subtheme: string;
  readonly count: number;
}

/** In a large programme a need has hundreds of names: they travel when somebody wants them. */
function AllSharers({ laureateId, subtheme, count }: AllSharersProps) {
  const [opened, setOpened] = useState(false);
  return (
    <details class="more" onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary>
        Voir les {counted(count, 'manufacture')}
        <span class="visually-hidden"> : {subthemeLabel(subtheme)}</span>
      </summary>
      {opened && <SharerNames {...{ laureateId, subtheme }} />}
    </details>
  );
}

function SharerNames(asked: Omit<AllSharersProps, 'count'>) {
  return (
    <Loaded loading={useView({ name: 'sharers', ...asked })} lines={3}>
      {({ names }) => (
        <ul>
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
    </Loaded>
  );
}
