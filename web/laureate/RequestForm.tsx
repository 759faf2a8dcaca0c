import type { ExpertCard } from '@sur-mesure/functions/domain/experts/card';
import type { LaureateHome } from '@sur-mesure/functions/domain/laureates/views';
import { subthemeLabel } from '@sur-mesure/functions/domain/programme/themes';
import { useState } from 'preact/hooks';
import { Button } from '../common/button/Button.tsx';
import { useDraft } from '../common/draft.ts';
import { CheckboxGroup } from '../common/field/ChoiceFields.tsx';
import { SubthemeField } from '../common/field/SubthemeField.tsx';
import { TextAreaField } from '../common/field/TextField.tsx';
import { CheckedForm } from '../common/form/CheckedForm.tsx';
import { useToldErrors } from '../common/form/told-errors.ts';
import type { MissionActing } from '../common/mission/useMissionAction.ts';
import { Notice, RefusalNotice } from '../common/notice/Notice.tsx';
import { ExpertChoice } from '../common/request/ExpertChoice.tsx';
import {
  emptyRequest,
  type Followed,
  isRequestDraft,
  type RequestDraft,
  requestCommand,
  requestErrors,
  withChosen,
} from '../common/request/request-draft.ts';
import { InviteExpert } from './InviteExpert.tsx';
import { Sharing } from './Sharing.tsx';

interface RequestFormProps {
  readonly person: string;
  readonly home: LaureateHome;
  readonly cards: readonly ExpertCard[];
  readonly expertId: string | undefined;
  readonly sharedSubtheme?: string | undefined;
  readonly followed?: Followed | undefined;
  readonly acting: MissionActing;
}

export function RequestForm(props: RequestFormProps) {
  const { home, cards, acting } = props;
  const { request, expert, change, choose, errors, errorOf, ask } = useRequest(props);
  return (
    <CheckedForm errors={errors} onPress={ask}>
      <section class="stack" aria-labelledby="need-title">
        <h2 id="need-title">Votre besoin</h2>
        <Subthemes note={home.note} values={request.subthemes} error={errorOf('subthemes')} onInput={change} />
        <TextAreaField
          id="need"
          label="Que doit vous apporter cette mission ?"
          hint="Quelques phrases suffisent : le lieu, la difficulté, ce que vous attendez, pour quand."
          rows={5}
          maxLength={2000}
          value={request.need}
          error={errorOf('need')}
          onInput={(need) => change({ need })}
        />
      </section>
      <ExpertChoice
        title="Votre expert"
        cards={cards}
        subthemes={request.subthemes}
        chosenId={request.expertId}
        error={errorOf('expert')}
        onChoose={choose}
      />
      <InviteExpert laureateId={home.laureateId} />
      <Sharing
        laureateId={home.laureateId}
        subthemes={request.subthemes}
        opened={props.sharedSubtheme !== undefined || request.shareWith.length > 0}
        values={request.shareWith}
        onInput={(shareWith) => change({ shareWith })}
      />
      {acting.refusal !== undefined && <RefusalNotice refusal={acting.refusal} />}
      <div class="stack">
        <p class="muted">
          {expert === undefined ? 'L’expert' : expert.company} ne lira votre dossier qu’après avoir déclaré n’avoir
          aucun intérêt dans votre manufacture. Cette demande ne vous engage pas : vous déciderez sur son devis.
        </p>
        <div>
          <Button type="submit" tone="primary" busy={acting.busy !== undefined}>
            {expert === undefined ? 'Demander la mission' : `Demander la mission à ${expert.company}`}
          </Button>
        </div>
      </div>
    </CheckedForm>
  );
}

function useRequest({ person, home, cards, expertId, sharedSubtheme, followed, acting }: RequestFormProps) {
  const key = `${person}.request.${home.laureateId}${followed === undefined ? '' : `.${followed.missionId}`}`;
  const draft = useDraft(key, emptyRequest(expertId, followed), isRequestDraft);
  // Until something is changed here, what was chosen elsewhere just now wins over an older draft.
  const [changedHere, setChangedHere] = useState(false);
  const request = changedHere ? draft.value : withChosen(draft.value, { expertId, subtheme: sharedSubtheme });
  const expert = cards.find(({ id }) => id === request.expertId);
  const { errors, errorOf, complete } = useToldErrors(
    requestErrors(expert === undefined ? { ...request, expertId: '' } : request),
  );
  const change = (part: Partial<RequestDraft>) => {
    setChangedHere(true);
    draft.change({ ...request, ...part });
  };
  return {
    request,
    expert,
    change,
    choose: (chosen: string) => change({ expertId: chosen }),
    errors,
    errorOf,
    ask: async () => {
      if (!complete()) return;
      const result = await acting.run(requestCommand(request, followed));
      if (result !== undefined) draft.clear();
    },
  };
}

interface SubthemesProps {
  readonly note: LaureateHome['note'];
  readonly values: readonly string[];
  readonly error: string | undefined;
  readonly onInput: (part: Pick<RequestDraft, 'subthemes'>) => void;
}

/** Those of the scoping note at once; the others folded, with a warning: allowed, and said to the team. */
function Subthemes({ note, values, error, onInput }: SubthemesProps) {
  const named = note?.subthemes ?? [];
  const outside = values.filter((id) => !named.includes(id));
  return (
    <>
      <CheckboxGroup
        id="subthemes"
        label="Sous-thématiques de votre note de cadrage"
        error={error}
        choices={named.map((id) => ({ value: id, label: subthemeLabel(id) }))}
        values={values.filter((id) => named.includes(id))}
        onInput={(chosen) => onInput({ subthemes: [...chosen, ...outside] })}
      />
      <details class="more" open={outside.length > 0}>
        <summary>D’autres sous-thématiques</summary>
        <SubthemeField
          id="all-subthemes"
          label="Toutes les sous-thématiques"
          optional
          values={values}
          onInput={(subthemes) => onInput({ subthemes })}
        />
      </details>
      {outside.length > 0 && (
        <Notice tone="warning" title="Hors de votre note de cadrage">
          <p>
            {outside.map(subthemeLabel).join(', ')}. Vous pouvez demander la mission quand même : l’équipe France
            Tiers-Lieux le verra, et vous pouvez réviser votre note.
          </p>
        </Notice>
      )}
    </>
  );
}
