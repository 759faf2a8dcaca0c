/** What a mission of each theme is about: the sentences from which the demonstration writes notes, needs, diagnostics and reports. */
export interface Subject {
  /** « Modèle économique », as a card says it. */
  readonly title: string;
  readonly skills: string;
  readonly needs: readonly [string, string];
  readonly finding: string;
  readonly goal: string;
  readonly steps: readonly [string, string, string];
  readonly deliverable: string;
  readonly result: string;
}

const subject = (
  title: string,
  skills: string,
  needs: readonly [string, string],
  found: readonly [finding: string, goal: string],
  steps: readonly [string, string, string],
  left: readonly [deliverable: string, result: string],
): Subject => ({
  title,
  skills,
  needs,
  finding: found[0],
  goal: found[1],
  steps,
  deliverable: left[0],
  result: left[1],
});

/** By theme of the source text. */
export const subjects: Readonly<Record<string, Subject>> = {
  '1': subject(
    'Foncier',
    'Montage d’opérations immobilières pour des lieux partagés : baux, plans de financement, négociation avec les collectivités.',
    [
      'Notre bail précaire se termine dans dix-huit mois. La commune propose de nous vendre les murs : nous voulons savoir à quel prix et à quelles conditions.',
      'Nous hésitons entre louer l’aile nord et signer un bail emphytéotique. Il nous faut des chiffres avant de voter.',
    ],
    [
      'Le loyer actuel pèse 19 % des recettes, et 27 % si l’aile nord est louée au même prix. Les diagnostics du bâtiment datent de 2011.',
      'Choisir entre achat, bail emphytéotique et location, avec un plan de financement à quinze ans.',
    ],
    ['Lecture du bail, des plans et des diagnostics', 'Trois scénarios chiffrés', 'Réunion de choix avec la commune'],
    [
      'Une note de décision de huit pages et un tableur de financement',
      'Le conseil a choisi le bail emphytéotique ; la commune a délibéré.',
    ],
  ),
  '2': subject(
    'Statuts',
    'Droit des coopératives et des associations : création de SCIC, statuts, contrats et conventions d’usage.',
    [
      'L’association porte toute l’activité, y compris la vente. Nous voulons passer en SCIC sans perdre nos bénévoles.',
      'Nos conventions avec les artisans tiennent sur une page et ne disent rien des machines abîmées. Il faut les réécrire.',
    ],
    [
      'Les recettes commerciales dépassent la moitié du budget depuis deux ans ; les statuts de 2016 ne les prévoient pas.',
      'Donner à l’activité une forme juridique que chacun comprend et peut signer.',
    ],
    ['Entretiens avec les parties prenantes', 'Rédaction des statuts et des conventions', 'Assemblée constitutive'],
    [
      'Des statuts relus, trois modèles de convention et un calendrier de transfert',
      'La SCIC est immatriculée, quarante sociétaires ont souscrit.',
    ],
  ),
  '3': subject(
    'Gouvernance',
    'Gouvernance partagée de lieux collectifs : vision commune, rôles, prise de décision, conflits ordinaires.',
    [
      'Tout passe par deux personnes, qui s’épuisent. Nous voulons répartir les décisions entre l’équipe, le conseil et les résidents.',
      'Les trois associations fondatrices ne racontent pas le même projet. Il faut une vision qu’elles signent toutes.',
    ],
    [
      'Sur trente décisions relevées en un mois, vingt-trois ont attendu la coordinatrice. Les résidents disent ne pas savoir à qui parler.',
      'Que chaque décision ait un lieu, une personne et une date.',
    ],
    [
      'Relevé des décisions pendant un mois',
      'Deux journées de travail avec tout le monde',
      'Essai de trois mois, puis bilan',
    ],
    [
      'Une carte des rôles et un règlement de quatre pages',
      'Les cercles se réunissent seuls ; la coordinatrice a repris une semaine de congés.',
    ],
  ),
  '4': subject(
    'Modèle économique',
    'Modèles économiques de tiers-lieux productifs : tarifs, coûts complets, plan à trois ans, recherche de financements.',
    [
      'L’atelier est plein et nous perdons de l’argent. Nous voulons revoir nos tarifs avant d’acheter une deuxième machine.',
      'Nous dépendons à 70 % de subventions qui finissent l’an prochain. Quelles activités peuvent prendre le relais ?',
    ],
    [
      'Les heures vendues couvrent 41 % du loyer, de l’énergie et de l’entretien. Les stages, tenus pour accessoires, rapportent davantage que la location.',
      'Couvrir 60 % des charges par l’atelier d’ici un an, sans perdre les petits adhérents.',
    ],
    [
      'Observation des usages et reprise des factures',
      'Deux ateliers tarifs avec les artisans',
      'Modèle à trois ans et tableau de suivi',
    ],
    [
      'Une grille de tarifs, un modèle à trois ans et un tableau que le trésorier remplit en une heure par mois',
      'La grille est votée ; les forfaits annuels couvrent déjà le loyer.',
    ],
  ),
  '5': subject(
    'Aménagement',
    'Programmation et aménagement d’ateliers : implantation des machines, normes, choix et achat des équipements.',
    [
      'Nous avons 600 m² vides et une liste de machines longue comme le bras. Dans quel ordre aménager, et pour qui ?',
      'L’inspection demande une aspiration aux normes. Nous voulons en profiter pour revoir tout le plan de l’atelier.',
    ],
    [
      'Le chemin d’une planche fait 140 mètres entre le stock et la finition. L’aspiration ne tient pas avec deux postes ouverts.',
      'Un atelier sûr, qui accueille dix personnes à la fois au lieu de six.',
    ],
    [
      'Relevé des flux et des postes',
      'Plan d’implantation et consultation des fournisseurs',
      'Suivi de la mise en place',
    ],
    [
      'Un plan coté, un cahier des charges et un tableau des offres',
      'L’aspiration est réceptionnée et le nouveau plan sert depuis avril.',
    ],
  ),
  '6': subject(
    'Animation',
    'Animation de communautés de makers et d’artisans, programmation, médiation.',
    [
      'Les résidents se croisent sans se parler. Nous cherchons comment faire naître des commandes communes.',
      'Un conflit d’usage oppose le bois et le textile depuis un an. Nous avons besoin d’un regard extérieur.',
    ],
    [
      'Quatorze résidents sur vingt-deux n’ont jamais travaillé avec un autre. Le bruit et la poussière reviennent dans tous les entretiens.',
      'Que les résidents se connaissent, se recommandent et règlent seuls les petits différends.',
    ],
    ['Entretiens individuels', 'Cycle de cinq rencontres', 'Passage de relais à l’équipe'],
    [
      'Un calendrier d’animation et une charte d’usage signée',
      'Trois commandes ont été prises à plusieurs ; la charte est affichée.',
    ],
  ),
  '7': subject(
    'Communication',
    'Marque, communication et vente de produits fabriqués localement, des étiquettes au site.',
    [
      'Nos produits plaisent au marché et ne se vendent pas ailleurs. Il nous manque une marque et un argumentaire.',
      'Le site date de l’ouverture et ne dit pas que l’on peut venir fabriquer. Il faut tout reprendre.',
    ],
    [
      'Cinq noms différents désignent le lieu selon qui en parle. Neuf visiteurs du site sur dix le quittent sans trouver les horaires.',
      'Qu’un visiteur comprenne en dix secondes ce qui se fabrique ici et comment venir.',
    ],
    ['Écoute des clients et des voisins', 'Marque, textes et gabarits', 'Mise en ligne et formation de l’équipe'],
    [
      'Une charte courte, des gabarits modifiables et un site de six pages',
      'Le site est en ligne ; les demandes de devis ont doublé en deux mois.',
    ],
  ),
  '8': subject(
    'Ressources humaines',
    'Ressources humaines de petites structures : fiches de poste, place des bénévoles, formation, conditions de travail.',
    [
      'Nous passons de trois à sept salariés en un an. Qui fait quoi, et qui encadre ?',
      'Les bénévoles ne savent plus où est leur place depuis les embauches. Nous voulons clarifier sans décourager.',
    ],
    [
      'Aucune fiche de poste n’a été relue depuis 2021. Deux salariés font les mêmes plannings sans le savoir.',
      'Une équipe où chacun sait ce qu’on attend de lui et à qui le dire.',
    ],
    ['Entretiens avec salariés et bénévoles', 'Fiches de poste et carte des rôles', 'Accompagnement de l’encadrement'],
    [
      'Sept fiches de poste, un livret d’accueil et un plan de formation',
      'Le livret a servi à deux arrivées ; les plannings tiennent sur une page.',
    ],
  ),
  '9': subject(
    'Formation',
    'Ingénierie de formation aux métiers productifs : parcours, certification qualité, open badges.',
    [
      'Nous formons déjà sans le dire. Nous voulons un vrai parcours couture, finançable par les opérateurs de compétences.',
      'Trop peu de femmes osent la soudure. Nous voulons un stage pensé avec elles.',
    ],
    [
      'Cent vingt personnes sont passées en stage en deux ans, sans programme écrit ni évaluation. La salle est libre trois jours sur cinq.',
      'Ouvrir un premier parcours finançable à la rentrée.',
    ],
    [
      'Référentiel de compétences avec les artisans',
      'Écriture du parcours et des évaluations',
      'Préparation de l’audit qualité',
    ],
    [
      'Un parcours de dix journées, ses supports et le dossier qualité',
      'La première promotion compte huit stagiaires ; l’audit est passé.',
    ],
  ),
  '10': subject(
    'Outils de pilotage',
    'Outils de gestion simples pour ateliers partagés : plan de charge, réservation, comptabilité.',
    [
      'Les réservations passent par trois agendas et un cahier. Nous voulons un seul outil, que les adhérents utilisent vraiment.',
      'Nous ne savons pas dire en mars si l’été sera plein. Il nous faut un plan de charge.',
    ],
    [
      'Une réservation sur six est notée deux fois, une sur neuf nulle part. La comptable ressaisit tout en fin de mois.',
      'Un seul endroit pour réserver, compter et prévoir.',
    ],
    ['Relevé des outils et des habitudes', 'Choix, réglage et reprise des données', 'Formation et mois d’essai'],
    [
      'L’outil réglé, un guide de deux pages et un plan de charge à six mois',
      'Le cahier est fermé ; la ressaisie mensuelle a disparu.',
    ],
  ),
  '11': subject(
    'Évaluation',
    'Évaluation d’impact social et environnemental, bilans carbone et études énergétiques de lieux de production.',
    [
      'La région nous demande notre utilité sociale et nous n’avons que des anecdotes. Que mesurer, et comment ?',
      'Le bâtiment coûte 14 000 € de gaz par an. Par où commencer avant de chercher des aides ?',
    ],
    [
      'Les données existent à moitié, dans quatre tableurs. La chaudière part trop tôt le matin et chauffe une halle vide.',
      'Des chiffres que l’équipe sait refaire seule chaque année.',
    ],
    [
      'Choix de dix indicateurs avec les parties prenantes',
      'Collecte et relevés sur place',
      'Restitution et passage de la méthode',
    ],
    [
      'Un référentiel de dix indicateurs et une première mesure',
      'Le rapport est dans le dossier régional ; la facture de gaz baisse d’un cinquième.',
    ],
  ),
  '12': subject(
    'Procédés de production',
    'Conseil technique sur les matériaux et les procédés : bois local, laine, métal, réemploi.',
    [
      'La laine des éleveurs voisins finit à la benne. Nous voulons savoir ce que nos machines peuvent en faire.',
      'Nous achetons du chêne à l’autre bout de la France alors que la scierie est à dix kilomètres. Comment sécher et calibrer ici ?',
    ],
    [
      'Les essais n’ont jamais été notés : chacun recommence. Le taux de chute dépasse 30 % sur les petites pièces.',
      'Deux produits faits de matière locale, avec une fiche que n’importe quel artisan peut suivre.',
    ],
    ['Essais matière et mesures', 'Mise au point de deux procédés', 'Fiches et transmission aux artisans'],
    [
      'Deux fiches de fabrication et un carnet d’essais',
      'Les deux produits sont au catalogue ; le taux de chute est passé sous 18 %.',
    ],
  ),
};

/** The subject of a sub-theme: « 4.2 » belongs to theme 4. */
export function subjectOf(subtheme: string): Subject {
  const found = subjects[subtheme.split('.')[0] ?? ''];
  if (!found) throw new Error(`no subject for sub-theme ${subtheme}`);
  return found;
}
