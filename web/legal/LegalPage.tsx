import { Contact } from '../accessibility/Contact.tsx';
import { PageFrame } from '../common/page/PageFrame.tsx';

/** Who publishes and who hosts (loi n° 2004-575, article 1-1). What is not known here, the publisher's own site says. */
export function LegalPage() {
  return (
    <PageFrame title="Mentions légales">
      <section class="stack">
        <h2>Qui publie ce service</h2>
        <p>
          France Tiers-Lieux, qui porte l’accompagnement sur mesure du programme Manufactures de proximité de l’Agence
          nationale de la cohésion des territoires. Son siège, son immatriculation et la personne qui la représente,
          directrice de la publication, sont sur son site, francetierslieux.fr.
        </p>
        <Contact />
      </section>
      <section class="stack">
        <h2>Qui l’héberge</h2>
        <p>
          Google Cloud : Google Ireland Limited, Gordon House, Barrow Street, Dublin 4, Irlande. Les données sont
          gardées dans l’Union européenne.
        </p>
      </section>
      <section class="stack">
        <h2>Licence et réutilisation</h2>
        <p>
          Le code de ce service est libre, sous licence EUPL 1.2. L’annuaire des experts publiés se télécharge en CSV et
          en JSON ; les données personnelles qu’il contient ne peuvent pas servir à démarcher.
        </p>
      </section>
      <section class="stack">
        <h2>Et aussi</h2>
        <ul>
          <li>
            <a href="/donnees-personnelles">Données personnelles</a>
          </li>
          <li>
            <a href="/accessibilite">Accessibilité</a>
          </li>
        </ul>
      </section>
    </PageFrame>
  );
}
