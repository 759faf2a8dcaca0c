import type { LaureateHome } from '@sur-mesure/functions/domain/laureates/views';
import { useState } from 'preact/hooks';
import { Button, ButtonLink } from '../../common/button/Button.tsx';
import { CheckboxGroup } from '../../common/field/ChoiceFields.tsx';
import { Notice } from '../../common/notice/Notice.tsx';
import { ExpertMatches } from '../../common/request/ExpertMatches.tsx';
import { useMatches } from '../../common/request/useMatches.ts';
import { subthemeLabel } from '../../common/themes/themes.ts';
import { counted } from '../../common/words/typography.ts';
import { HomeLoaded, SpaceFrame, type SpaceProps } from '../SpaceFrame.tsx';
import { InviteExpert } from './InviteExpert.tsx';
import '../laureate.css';

/** Who could answer the needs of the note: looked at before anything is asked, and ticked for one request. */
export function FindPage(space: SpaceProps) {
  return (
    <SpaceFrame space={space} title="Trouver un expert" current="experts">
      <HomeLoaded space={space}>{(home) => <Finding space={space} home={home} />}</HomeLoaded>
    </SpaceFrame>
  );
}

function Finding({ space, home }: { readonly space: SpaceProps; readonly home: LaureateHome }) {
  const named = home.note?.subthemes ?? [];
  const [subthemes, setSubthemes] = useState<readonly string[]>(named);
  const [chosenIds, setChosenIds] = useState<readonly string[]>([]);
  const matches = useMatches({ laureateId: home.laureateId, subthemes, chosenIds });
  return (
    <>
      {named.length === 0 ? (
        <Notice>
          <p>
            Remettez votre note de cadrage pour voir d’abord les experts de vos besoins. En attendant, voici tout
            l’annuaire.
          </p>
        </Notice>
      ) : (
        <CheckboxGroup
          id="subthemes"
          label="Vos besoins"
          hint="Ceux de votre note de cadrage. Décochez ceux qui attendront."
          optional
          choices={named.map((id) => ({ value: id, label: subthemeLabel(id) }))}
          values={subthemes}
          onInput={setSubthemes}
        />
      )}
      <ExpertMatches
        matches={matches}
        label="À qui voulez-vous demander une mission ?"
        chosenIds={chosenIds}
        onChoose={setChosenIds}
      />
      <div class={chosenIds.length > 0 ? 'asking-next' : undefined}>
        {home.requestRefusal === null && chosenIds.length > 0 ? (
          <div>
            <ButtonLink href={space.addresses.ask({ expertIds: chosenIds, subthemes })} tone="primary">
              Demander une mission à {counted(chosenIds.length, 'expert')}
            </ButtonLink>
          </div>
        ) : (
          <Button id="ask-chosen" unavailable={home.requestRefusal ?? 'Cochez d’abord un expert, ou plusieurs.'}>
            Demander une mission
          </Button>
        )}
      </div>
      <InviteExpert laureateId={home.laureateId} />
    </>
  );
}
