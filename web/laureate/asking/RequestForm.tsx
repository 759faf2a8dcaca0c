import type { LaureateHome } from '@sur-mesure/functions/domain/laureates/views';
import { useState } from 'preact/hooks';
import { Button, ButtonLink } from '../../common/button/Button.tsx';
import { TextAreaField } from '../../common/field/TextField.tsx';
import type { AskedWords } from '../../common/request/Answers.tsx';
import { AskFrame } from '../../common/request/AskFrame.tsx';
import type { Followed } from '../../common/request/ask-draft.ts';
import { ExpertMatches } from '../../common/request/ExpertMatches.tsx';
import { useAskForm } from '../../common/request/useAskForm.ts';
import { counted } from '../../common/words/typography.ts';
import { Sharing } from '../Sharing.tsx';
import type { SpaceProps } from '../SpaceFrame.tsx';
import { InviteExpert } from './InviteExpert.tsx';
import { Subthemes } from './Subthemes.tsx';

interface RequestFormProps {
  readonly space: SpaceProps;
  readonly home: LaureateHome;
  readonly followed?: Followed | undefined;
}

const askedWords: AskedWords = {
  title: (asked) => (asked === 1 ? 'Votre demande est partie' : `Vos ${asked} demandes sont parties`),
  follows: (asked) =>
    `Un courriel prévient ${asked === 1 ? 'l’expert' : 'chaque expert'}. Vous en recevrez un à chaque réponse : rien d’autre n’est attendu de vous.`,
};

/** One need, the experts to ask, and one press that asks them all. What is known already is filled in. */
export function RequestForm(props: RequestFormProps) {
  const { space, home } = props;
  const form = useRequest(props);
  const { draft, need, change, matches, errorOf, asking } = form;
  const chosen = draft.expertIds.flatMap((id) => matches.companyOf(id) ?? []);
  return (
    <AskFrame
      {...{ form, words: askedWords, missionAddress: space.addresses.mission }}
      next={<ButtonLink href={space.addresses.home}>Revenir à l’accueil</ButtonLink>}
      button={<Press chosen={chosen} busy={asking.busy} />}
    >
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
    </AskFrame>
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
  const draftKey = `${space.visit.user.uid}.ask.${laureateId}${followed === undefined ? '' : `.${followed.missionId}`}`;
  const shared = space.sharedSubtheme === undefined ? [] : [space.sharedSubtheme];
  const [chosen] = useState({ expertIds: space.expertIds, subthemes: [...space.subthemes, ...shared] });
  return useAskForm({ laureateId, draftKey, ofNote: home.note?.subthemes ?? [], followed, chosen });
}
