import type { LaureateHome } from '@sur-mesure/functions/domain/laureates/views';
import type { AskedBy } from '@sur-mesure/functions/domain/missions/behalf';
import { useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { SubthemeField } from '../../common/field/SubthemeField.tsx';
import { TextAreaField } from '../../common/field/TextField.tsx';
import { AskFrame } from '../../common/request/AskFrame.tsx';
import { ExpertMatches } from '../../common/request/ExpertMatches.tsx';
import { useAskForm } from '../../common/request/useAskForm.ts';
import { subthemeLabel } from '../../common/themes/themes.ts';
import { AskedByFields } from '../AskedByFields.tsx';
import { nameMissing } from '../behalf-words.ts';
import { pressWords, requestedWords } from './request-words.ts';

interface RequestForFormProps {
  readonly home: LaureateHome;
  readonly person: string;
  readonly missionAddress: (missionId: string) => string;
  /** What shows the laureate reads it again. */
  readonly onAsked: () => void;
  /** Another request, from an empty form. */
  readonly onAnother: () => void;
}

/** The laureate's own form, several experts for one need, but for sharing: other laureates are invited by the one that shares. */
export function RequestForForm(props: RequestForFormProps) {
  const { home, missionAddress, onAnother } = props;
  const { form, askedBy, setAskedBy } = useRequestFor(props);
  const { draft, need, change, matches, errorOf, asking } = form;
  return (
    <AskFrame
      {...{ form, words: requestedWords, missionAddress }}
      next={<Button onClick={onAnother}>Demander une autre mission</Button>}
      button={<Press chosen={matches.chosen.map(({ card }) => card.company)} busy={asking.busy} />}
    >
      <div class="stack">
        <AskedByFields side={home.laureateName} value={askedBy} error={errorOf('asked-by')} onInput={setAskedBy} />
      </div>
      <SubthemeField
        id="subthemes"
        label="Sous-thématiques"
        hint={`Dans sa note de cadrage : ${(home.note?.subthemes ?? []).map((id) => subthemeLabel(id)).join(', ')}.`}
        error={errorOf('subthemes')}
        values={draft.subthemes}
        onInput={(subthemes) => change({ subthemes })}
      />
      <TextAreaField
        id="need"
        label="Le besoin, dans les mots de la manufacture"
        hint="Chaque expert les lit tels quels. Ceux de sa note de cadrage sont repris ici : changez-les si besoin."
        rows={5}
        maxLength={2000}
        value={need}
        error={errorOf('need')}
        onInput={(typed) => change({ need: typed })}
      />
      <section class="stack" aria-labelledby="expert-title">
        <h3 id="expert-title">Les experts</h3>
        <ExpertMatches
          matches={matches}
          label="À qui la manufacture demande-t-elle la mission ?"
          chosenIds={draft.expertIds}
          error={errorOf('expert')}
          onChoose={(expertIds) => change({ expertIds })}
        />
      </section>
    </AskFrame>
  );
}

function Press({ chosen, busy }: { readonly chosen: readonly string[]; readonly busy: boolean }) {
  return (
    <div>
      <Button type="submit" tone="primary" busy={busy}>
        {pressWords(chosen)}
      </Button>
    </div>
  );
}

function useRequestFor({ home, person, onAsked }: RequestForFormProps) {
  const { laureateId } = home;
  const [askedBy, setAskedBy] = useState<AskedBy>({ name: '', how: 'phone' });
  const nobody = nameMissing(askedBy.name);
  const form = useAskForm({
    ...{ laureateId, draftKey: `${person}.ask.${laureateId}`, ofNote: home.note?.subthemes ?? [], onAsked },
    askedBy: { ...askedBy, name: askedBy.name.trim() },
    alsoMissing: nobody === undefined ? [] : [{ fieldId: 'asked-by', message: nobody }],
  });
  return { form, askedBy, setAskedBy };
}
