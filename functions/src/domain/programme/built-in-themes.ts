import type { Theme } from './theme-list.ts';

/**
 * The taxonomy of the source text (« Les thématiques et sous-thématiques d’accompagnement »): 12 themes, 37 sub-themes. In force until staff change
 * it, which the settings hold (`settings.themes`).
 */
export const builtInThemes: readonly Theme[] = [
  {
    id: '1',
    label: 'Stratégie foncière',
    subthemes: [
      {
        id: '1.1',
        label: 'Accompagnement au montage d’une opération immobilière',
        detail:
          '(méthode, bilan d’opération, plan de financement et prévisionnel, analyse de risque, argumentaire et tableau financier pour les investisseurs)',
      },
      {
        id: '1.2',
        label: 'AMO sur la stratégie immobilière',
        detail:
          '(achat / location, bail emphytéotique, place de l’usager, modélisation des coûts de gestion, valeur d’usage…)',
      },
      {
        id: '1.3',
        label: 'Appui à la rédaction de documents juridiques',
        detail: '(baux, conventions…)',
      },
    ],
  },
  {
    id: '2',
    label: 'Stratégie juridique',
    subthemes: [
      {
        id: '2.1',
        label: 'Accompagnement à la structuration d’une nouvelle entité juridique',
      },
      {
        id: '2.2',
        label: 'Appui à la rédaction de documents clés',
        detail: '(statuts, contrats, chartes, conventionnements…)',
      },
    ],
  },
  {
    id: '3',
    label: 'Gouvernance du projet et structuration de communs',
    subthemes: [
      {
        id: '3.1',
        label: 'Accompagnement à la construction d’une vision partagée entre les parties prenantes',
      },
      {
        id: '3.2',
        label:
          'Mise en oeuvre de modalités de gouvernance partagée et des processus de décision & outils d’implication',
      },
    ],
  },
  {
    id: '4',
    label: 'Stratégie économique et développement des activités',
    subthemes: [
      {
        id: '4.1',
        label: 'Diagnostic de territoire et caractérisation des besoins des cibles',
      },
      {
        id: '4.2',
        label: 'Stratégie de développement de ressources',
        detail: '(besoins des cibles, revenus, activités, tarifs, rentabilité)',
      },
      {
        id: '4.3',
        label: 'Recherche de financements annexes / stratégie de levées de fonds',
      },
      {
        id: '4.4',
        label: 'Appui au pilotage de la structure & au développement d’activités : outils de planification',
      },
      {
        id: '4.5',
        label: 'Appui à la gestion comptable et fiscale',
      },
      {
        id: '4.6',
        label: 'Création d’un fonds de dotation territorialisé',
      },
    ],
  },
  {
    id: '5',
    label: 'Stratégie d’aménagements internes et d’équipements machines',
    subthemes: [
      {
        id: '5.1',
        label: 'Assistance à la maîtrise d’ouvrage pour différentes phases',
        detail:
          '(montage et stratégie opérationnels, conception (dont application des normes), réalisation, sélection des équipements)',
      },
      {
        id: '5.2',
        label: 'Programmation architecturale',
      },
    ],
  },
  {
    id: '6',
    label: 'Stratégie d’animation et de facilitation des communautés et équipes projet',
    subthemes: [
      {
        id: '6.1',
        label: 'Techniques d’animation & de programmation',
      },
      {
        id: '6.2',
        label: 'Médiation et gestion de conflits',
      },
    ],
  },
  {
    id: '7',
    label: 'Stratégie de communication externe et de commercialisation des produits manufacturés',
    subthemes: [
      {
        id: '7.1',
        label: 'Stratégie de marque',
      },
      {
        id: '7.2',
        label: 'Stratégie de communication externe',
        detail: '(charte, supports, cible, ligne éditoriale…)',
      },
      {
        id: '7.3',
        label: 'Création graphique & site internet',
      },
    ],
  },
  {
    id: '8',
    label: 'Stratégie de gestion RH de la structure',
    subthemes: [
      {
        id: '8.1',
        label: 'Structuration de la place des salariés, bénévoles et sociétaires au sein de l’organisation',
      },
      {
        id: '8.2',
        label: 'Accompagnement à la montée en compétences / formation de ses salariés',
      },
      {
        id: '8.3',
        label: 'Stratégie en matière de QVT',
      },
    ],
  },
  {
    id: '9',
    label: 'Développement de la formation',
    subthemes: [
      {
        id: '9.1',
        label: 'Conception de parcours de formation',
      },
      {
        id: '9.2',
        label: 'Démarche d’obtention d’un agrément de formation',
      },
      {
        id: '9.3',
        label: 'Développement de certification des compétences type OpenBadges',
      },
      {
        id: '9.4',
        label:
          'Développement d’une démarche d’inclusion des femmes dans les métiers productifs et notamment les manufactures de proximité',
      },
    ],
  },
  {
    id: '10',
    label: 'Développement et mise en place d’outils de pilotage de l’activité',
    subthemes: [
      {
        id: '10.1',
        label: 'Développement et mise en place du plan de charge de la structure',
      },
      {
        id: '10.2',
        label: 'Développement et mise en place d’outils de réservation / gestion au sein de sa communauté',
      },
      {
        id: '10.3',
        label: 'Mise en place et formation à des outils de comptabilité',
      },
    ],
  },
  {
    id: '11',
    label: 'Déploiement d’études, d’évaluation et de documentation',
    subthemes: [
      {
        id: '11.1',
        label: 'Appui au lancement d’une évaluation d’impact et d’utilité social(e)',
        detail: '(construction d’un référentiel, outillage, réalisation d’une étude et valorisation des résultats)',
      },
      {
        id: '11.2',
        label: 'Appui au lancement d’une évaluation d’impact environnemental',
        detail: '(bilan carbone)',
      },
      {
        id: '11.3',
        label:
          'Étude des flux énergétiques d’un bâtiment et recommandations en matière d’éco-rénovation/réhabilitation',
      },
      {
        id: '11.4',
        label: 'Construction d’un référentiel de documentation du projet',
        detail: '(enjeux, pratiques, outils)',
      },
    ],
  },
  {
    id: '12',
    label: 'Conseil technique autour de procédés de conception et de production',
    subthemes: [
      {
        id: '12.1',
        label: 'Accompagnement technique autour d’un ou plusieurs matériaux',
      },
      {
        id: '12.2',
        label: 'Accompagnement technique autour d’une ou plusieurs filière.s',
      },
      {
        id: '12.3',
        label: 'Accompagnement technique autour d’une technologie ou technique de conception / production',
      },
    ],
  },
];
