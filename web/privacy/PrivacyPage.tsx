import { Contact } from '../accessibility/Contact.tsx';
import { PageFrame } from '../common/page/PageFrame.tsx';
import { RetentionList } from './RetentionList.tsx';

/** What the law asks to tell (articles 13 and 14 of the RGPD), in the order in which people ask it. The register is `docs/rgpd.md`. */
export function PrivacyPage() {
  return (
    <PageFrame title="Données personnelles">
      <p class="lead">
        France Tiers-Lieux utilise vos données pour une seule chose : l’accompagnement sur mesure du programme
        Manufactures de proximité. Elles ne sont ni vendues, ni utilisées pour autre chose, et aucune décision n’est
        prise par une machine.
      </p>
      <Purpose />
      <Recipients />
      <section class="stack">
        <h2>Combien de temps</h2>
        <p>Cette liste est celle que le service applique chaque nuit.</p>
        <RetentionList />
      </section>
      <Rights />
    </PageFrame>
  );
}

function Purpose() {
  return (
    <section class="stack">
      <h2>Pourquoi, et quelles données</h2>
      <p>
        Le responsable du traitement est France Tiers-Lieux. La base légale est la mission d’intérêt public (article
        6-1-e du RGPD) : attribuer une subvention, vérifier le service rendu, en rendre compte.
      </p>
      <p>
        Le service garde votre nom, votre adresse de courriel, votre téléphone s’il est donné, votre rôle, ce que vous
        écrivez et déposez, vos décisions avec leur preuve, et qui a ouvert quel document. Une adresse IP n’est gardée
        qu’avec une décision. Le service ne dépose aucun cookie de mesure ni de publicité.
      </p>
    </section>
  );
}

function Recipients() {
  return (
    <section class="stack">
      <h2>Qui les lit</h2>
      <p>
        L’équipe France Tiers-Lieux ; les personnes de votre structure ; les experts à qui vous confiez une mission, ou
        les lauréats qui vous en confient une, pour ce qui la concerne ; l’ANCT et les auditeurs qu’elle désigne. Ce
        qu’un expert choisit de publier est lu par tout le monde.
      </p>
      <p>
        Les données sont hébergées dans l’Union européenne par Google Cloud (Google Ireland Limited), sous-traitant.
        L’identification (Firebase Authentication) est traitée aux États-Unis : elle n’y connaît qu’un numéro de compte,
        ni nom ni adresse de courriel.
      </p>
    </section>
  );
}

function Rights() {
  return (
    <section class="stack">
      <h2>Vos droits</h2>
      <p>
        <a href="/mes-donnees">La page « Mes données »</a> vous donne une copie de ce qui est gardé de vous, et permet
        d’en demander l’effacement. Pour une rectification, une opposition ou une limitation, ou pour joindre la
        personne déléguée à la protection des données, écrivez à l’équipe, qui répond dans le mois.
      </p>
      <Contact />
      <p>
        Si la réponse ne vous convient pas, vous pouvez saisir la CNIL :{' '}
        <a href="https://www.cnil.fr/fr/plaintes">cnil.fr</a>.
      </p>
    </section>
  );
}
