import type { LaureateHome } from '@sur-mesure/functions/domain/laureates/views';
import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { useDraft } from '../../common/draft.ts';
import { TextAreaField } from '../../common/field/TextField.tsx';
import { CheckedForm } from '../../common/form/CheckedForm.tsx';
import { useToldErrors } from '../../common/form/told-errors.ts';
import { NetworkWaiting } from '../../common/network/NetworkWaiting.tsx';
import { counted } from '../../common/words/typography.ts';
import { Sharing } from '../Sharing.tsx';
import type { SpaceProps } from '../SpaceFrame.tsx';
import { Answers } from './Answers.tsx';
import {
  type AskDraft,
  askErrors,
  changed,
  emptyAsk,
  type Followed,
  isAskDraft,
  needOf,
  withChosen,
} from './ask-draft.ts';
import { ExpertMatches } from './ExpertMatches.tsx';
import { InviteExpert } from './InviteExpert.tsx';
import { Subthemes } from './Subthemes.tsx';
import { useAsking } from './useAsking.ts';
import { useMatches } from './useMatches.ts';

interface RequestFormProps {
  readonly space: SpaceProps;
  readonly home: LaureateHome;
  readonly followed?: Followed | undefined;
}

/** One need, the experts to ask, and one press that asks them all. What is known already is filled in. */
export function RequestForm(props: RequestFormProps) {
  const { space, home } = props;
  const { draft, need, change, matches, names, errors, errorOf, asking, press } = useRequest(props);
  const { answers, busy } = asking;
  const said = { answers, names, addresses: space.addresses };
  const waiting = <NetworkWaiting wait={asking.wait} takeBack={asking.takeBack} nothing="rien n’est demandé" />;
  if (answers.some(({ outcome }) => !isRefusal(outcome)))
    return (
      <>
        <Answers {...said} left={draft.expertIds} busy={busy} onAgain={press} />
        {waiting}
      </>
    );
  return (
    <CheckedForm errors={errors} onPress={press}>
      <section class="stack" aria-labelledby="need-title">
        <h2 id="need-title">Votre besoin</h2>
        <Subthemes
          note={home.note}
          values={draft.subthemes}
          error={errorOf('subthemes')}
          onInput={(subthemes) => change({ subthemes })}
        />
        <TextAreaField
          id="need"
          label="Que doit vous apporter cette mission ?"
          hint="Quelques phrases suffisent : le lieu, la difficulté, ce que vous attendez, pour quand. Les mots de votre note sont repris ici : changez-les si besoin."
          rows={5}
          maxLength={2000}
          value={need}
          error={errorOf('need')}
          onInput={(typed) => change({ need: typed })}
        />
      </section>
      <section class="stack" aria-labelledby="expert-title">
        <h2 id="expert-title">Vos experts</h2>
        <ExpertMatches
          matches={matches}
          label="À qui demandez-vous la mission ?"
          chosenIds={draft.expertIds}
          error={errorOf('expert')}
          onChoose={(expertIds) => change({ expertIds })}
        />
        <InviteExpert laureateId={home.laureateId} />
      </section>
      <Sharing
        laureateId={home.laureateId}
        subthemes={draft.subthemes}
        opened={space.sharedSubtheme !== undefined || draft.shareWith.length > 0}
        values={draft.shareWith}
        onInput={(shareWith) => change({ shareWith })}
      />
      {answers.length > 0 && !busy && <Answers {...said} left={[]} busy={false} />}
      {waiting}
      <Press chosen={draft.expertIds.flatMap((id) => names.get(id) ?? [])} busy={busy} />
    </CheckedForm>
  );
}

function Press({ chosen, busy }: { readonly chosen: readonly string[]; readonly busy: boolean }) {
  const [first = 'L’expert', ...others] = chosen;
  const label =
    others.length > 0
      ? `Demander la mission à ${counted(chosen.length, 'expert')}`
      : `Demander la mission${chosen.length === 1 ? ` à ${first}` : ''}`;
  return (
    <div class="stack">
      <p class="muted">
        {others.length > 0 ? 'Chaque expert' : first} ne lira votre dossier qu’après avoir déclaré n’avoir aucun intérêt
        dans votre manufacture. Cette demande ne vous engage pas : vous déciderez sur{' '}
        {others.length > 0 ? 'leurs devis' : 'son devis'}.
      </p>
      <div>
        <Button type="submit" tone="primary" busy={busy}>
          {label}
        </Button>
      </div>
    </div>
  );
}

function useRequest({ space, home, followed }: RequestFormProps) {
  const { laureateId } = home;
  const kept = `${space.visit.user.uid}.ask.${laureateId}${followed === undefined ? '' : `.${followed.missionId}`}`;
  const stored = useDraft(kept, emptyAsk(home.note?.subthemes ?? [], followed), isAskDraft);
  const shared = space.sharedSubtheme === undefined ? [] : [space.sharedSubtheme];
  const [chosen] = useState({ expertIds: space.expertIds, subthemes: [...space.subthemes, ...shared] });
  const draft = withChosen(stored.value, chosen);
  const matches = useMatches({ laureateId, subthemes: draft.subthemes, chosenIds: draft.expertIds });
  const names = useNames(matches);
  const need = needOf(draft, matches.shown?.needs ?? {});
  const { errors, errorOf, complete } = useToldErrors(askErrors(draft, need));
  const asking = useAsking({
    laureateId,
    draftKey: kept,
    followed,
    onAsked: (left) => {
      if (left.expertIds.length > 0) return stored.change(left);
      stored.show(left);
      stored.clear();
    },
  });
  return {
    ...{ draft, need, matches, names, errors, errorOf, asking },
    change: (part: Partial<AskDraft>) => stored.change(changed(draft, part)),
    press: () => {
      if (complete()) void asking.ask(draft, need);
    },
  };
}

/** The companies met so far, to name who was asked once the list is gone. */
function useNames({ shown, chosen }: ReturnType<typeof useMatches>): ReadonlyMap<string, string> {
  const [names] = useState(() => new Map<string, string>());
  for (const { card } of [...(shown?.matches ?? []), ...chosen]) names.set(card.id, card.company);
  return names;
}
