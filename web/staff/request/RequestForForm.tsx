import type { MissionActionResult } from '@sur-mesure/functions/domain/api';
import type { ExpertCard } from '@sur-mesure/functions/domain/experts/card';
import type { LaureateHome } from '@sur-mesure/functions/domain/laureates/views';
import type { AskedBy } from '@sur-mesure/functions/domain/missions/behalf';
import { useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { useDraft } from '../../common/draft.ts';
import { SubthemeField } from '../../common/field/SubthemeField.tsx';
import { TextAreaField } from '../../common/field/TextField.tsx';
import { CheckedForm } from '../../common/form/CheckedForm.tsx';
import { useToldErrors } from '../../common/form/told-errors.ts';
import { useMissionAction } from '../../common/mission/useMissionAction.ts';
import { RefusalNotice } from '../../common/notice/Notice.tsx';
import { ExpertChoice } from '../../common/request/ExpertChoice.tsx';
import {
  emptyRequest,
  isRequestDraft,
  type RequestDraft,
  requestCommand,
  requestErrors,
} from '../../common/request/request-draft.ts';
import { subthemeLabel } from '../../common/themes/themes.ts';
import { AskedByFields } from '../AskedByFields.tsx';
import { nameMissing } from '../behalf-words.ts';

interface RequestForFormProps {
  readonly home: LaureateHome;
  readonly cards: readonly ExpertCard[];
  readonly person: string;
  readonly onDone: (result: MissionActionResult) => void;
}

/** The fields of the laureate's own form, but for sharing: other laureates are invited by the one that shares. */
export function RequestForForm(props: RequestForFormProps) {
  const { home, cards } = props;
  const { request, change, askedBy, setAskedBy, errors, errorOf, acting, ask } = useRequestFor(props);
  const expert = cards.find(({ id }) => id === request.expertId);
  return (
    <CheckedForm errors={errors} onPress={ask}>
      <div class="stack">
        <AskedByFields side={home.laureateName} value={askedBy} error={errorOf('asked-by')} onInput={setAskedBy} />
      </div>
      <SubthemeField
        id="subthemes"
        label="Sous-thématiques"
        hint={`Dans sa note de cadrage : ${(home.note?.subthemes ?? []).map((id) => subthemeLabel(id)).join(', ')}.`}
        error={errorOf('subthemes')}
        values={request.subthemes}
        onInput={(subthemes) => change({ subthemes })}
      />
      <TextAreaField
        id="need"
        label="Le besoin, dans les mots de la manufacture"
        hint="L’expert les lit tels quels."
        rows={5}
        maxLength={2000}
        value={request.need}
        error={errorOf('need')}
        onInput={(need) => change({ need })}
      />
      <ExpertChoice
        title="L’expert"
        cards={cards}
        subthemes={request.subthemes}
        chosenId={request.expertId}
        error={errorOf('expert')}
        onChoose={(expertId) => change({ expertId })}
      />
      {acting.refusal !== undefined && <RefusalNotice refusal={acting.refusal} />}
      <div>
        <Button type="submit" tone="primary" busy={acting.busy !== undefined}>
          {expert === undefined ? 'Demander la mission' : `Demander la mission à ${expert.company}`}
        </Button>
      </div>
    </CheckedForm>
  );
}

function useRequestFor({ home, cards, person, onDone }: RequestForFormProps) {
  const draft = useDraft(`${person}.request.${home.laureateId}`, emptyRequest(undefined), isRequestDraft);
  const [askedBy, setAskedBy] = useState<AskedBy>({ name: '', how: 'phone' });
  const acting = useMissionAction({
    missionId: null,
    laureateId: home.laureateId,
    askedBy: { ...askedBy, name: askedBy.name.trim() },
  });
  const request = { ...draft.value, shareWith: [] };
  const nobody = nameMissing(askedBy.name);
  const known = cards.some(({ id }) => id === request.expertId);
  const { errors, errorOf, complete } = useToldErrors([
    ...(nobody === undefined ? [] : [{ fieldId: 'asked-by', message: nobody }]),
    ...requestErrors(known ? request : { ...request, expertId: '' }),
  ]);
  return {
    request,
    change: (part: Partial<RequestDraft>) => draft.change({ ...request, ...part }),
    askedBy,
    setAskedBy,
    errors,
    errorOf,
    acting,
    ask: async () => {
      if (!complete()) return;
      const result = await acting.run(requestCommand(request));
      if (result === undefined) return;
      draft.clear();
      onDone(result);
    },
  };
}
