import { PageFrame } from '../common/page/PageFrame.tsx';
import { DateText } from '../common/words/DateText.tsx';
import { Contact } from './Contact.tsx';

/** To be changed with what the statement says: the law asks for the day it was made. */
const MADE_ON = '2026-11-30';

/** The statement that the law asks for (décret n° 2019-768, in the order of its model), as it is: no audit was made yet. */
export function AccessibilityPage() {
  return (
    <PageFrame title="Déclaration d’accessibilité">
      <div class="stack">
        <p class="lead">
          France Tiers-Lieux s’engage à rendre ce service accessible, conformément à l’article 47 de la loi n° 2005-102
          du 11 février 2005. Cette déclaration s’applique à toutes les pages du service « Sur mesure ».
        </p>
      </div>
      <State />
      <Checked />
      <NotAccessible />
      <section class="stack">
        <h2>Établissement de cette déclaration</h2>
        <p>
          Cette déclaration a été établie le <DateText day={MADE_ON} />. Les pages sont faites de HTML, CSS, SVG et
          JavaScript ; elles ont été vérifiées dans Chromium, sur ordinateur, aux dimensions d’un téléphone, d’une
          tablette et d’un écran.
        </p>
      </section>
      <section class="stack">
        <h2>Dire ce qui vous arrête</h2>
        <p>
          Si une page ou un document vous reste fermé, dites-le : l’équipe vous donnera le contenu autrement, ou fera la
          démarche avec vous.
        </p>
        <Contact />
      </section>
      <Appeal />
    </PageFrame>
  );
}

function State() {
  return (
    <section class="stack">
      <h2>État de conformité</h2>
      <p>
        Le service « Sur mesure » est <strong>non conforme</strong> au référentiel général d’amélioration de
        l’accessibilité (RGAA), version 4.1 : aucun audit n’a encore été fait. Tant qu’une personne indépendante n’a pas
        contrôlé les 106 critères, rien d’autre ne peut être affirmé.
      </p>
    </section>
  );
}

function Checked() {
  return (
    <section class="stack">
      <h2>Ce qui est vérifié</h2>
      <p>
        Avant chaque nouvelle version, des programmes ouvrent toutes les pages, dans tous leurs états, et vérifient :
      </p>
      <ul class="stack stack-tight">
        <li>
          qu’aucune faute grave n’est trouvée par l’outil axe (contrastes, noms des champs et des boutons, structure) ;
        </li>
        <li>que rien ne dépasse à 360 pixels de large, ni avec un zoom de 200 % ;</li>
        <li>que rien n’est perdu ni envoyé deux fois quand la connexion est coupée ;</li>
        <li>que chaque page a un titre qui lui est propre.</li>
      </ul>
      <p>
        Les pages suivent aussi les réglages de votre appareil : thème clair ou sombre, moins d’animations, contrastes
        imposés. Ces contrôles ne remplacent pas un audit : un programme ne trouve qu’une partie des obstacles.
      </p>
    </section>
  );
}

function NotAccessible() {
  return (
    <section class="stack">
      <h2>Ce qui n’est pas accessible, ou pas vérifié</h2>
      <ul class="stack stack-tight">
        <li>Le service n’a pas été essayé par des personnes qui utilisent un lecteur d’écran au quotidien.</li>
        <li>
          Les documents que déposent les lauréats et les experts (devis, diagnostics, photos) sont montrés tels quels :
          un document scanné ne se lit pas à voix haute. Les documents que le service produit lui-même sont balisés.
        </li>
        <li>L’aperçu de la première page d’un document est une image ; le document s’ouvre à côté.</li>
      </ul>
    </section>
  );
}

function Appeal() {
  return (
    <section class="stack">
      <h2>Voies de recours</h2>
      <p>
        Vous avez signalé un obstacle qui vous empêche d’accéder à un contenu ou à une démarche, et vous n’avez pas
        obtenu de réponse satisfaisante ? Vous pouvez :
      </p>
      <ul class="stack stack-tight">
        <li>
          écrire un message à la <a href="https://formulaire.defenseurdesdroits.fr/">Défenseure des droits</a> ;
        </li>
        <li>
          contacter la{' '}
          <a href="https://www.defenseurdesdroits.fr/saisir/delegues">personne déléguée dans votre région</a> ;
        </li>
        <li>
          envoyer un courrier par la poste, gratuit et sans timbre : Défenseur des droits, Libre réponse 71120, 75342
          Paris CEDEX 07.
        </li>
      </ul>
    </section>
  );
}
