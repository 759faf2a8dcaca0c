import type { AnsweredSection } from '../contexts.ts';

/** A diagnostic as an expert would write it: real sentences, none twice, so that measures are not flattered by repetition. */
export const answers: readonly AnsweredSection[] = [
  {
    title: 'Ce que nous avons compris',
    questions: [
      {
        label: 'Quelle est la situation de la structure ?',
        answer: `L'association a repris en 2019 les murs d'une ancienne filature, au bord du canal. Six personnes y travaillent, dont deux à temps plein : une coordinatrice et un responsable d'atelier. Trente adhérents passent chaque mois, surtout des couturières indépendantes, un sellier et deux jeunes marques de vêtements qui produisent de petites séries.

Les machines viennent pour moitié d'une reprise d'actifs après la liquidation d'un confectionneur de Roubaix. Elles sont robustes, mais leur entretien mobilise une journée par semaine, que personne ne facture. Le responsable d'atelier en connaît chaque bruit ; s'il part, ce savoir part avec lui.`,
      },
      {
        label: 'Quels sont ses atouts et ses fragilités ?',
        answer: `Trois atouts : un lieu connu à vingt kilomètres à la ronde, une équipe soudée, des commandes régulières.
Deux fragilités : une trésorerie courte (« six semaines » selon la coordinatrice) et un bail précaire qui finit en décembre 2026.`,
      },
      {
        label: 'Qui avons-nous rencontré ?',
        answer: `La présidente et le trésorier, le 6 février ; l'équipe salariée, le lendemain. Neuf artisans ont répondu à nos questions par téléphone, entre dix minutes et une heure chacun. La communauté d'agglomération nous a reçus le 14 : elle cherche un usage pour l'aile nord, vide depuis quatre ans, et se dit prête à baisser le loyer contre un engagement de six ans.`,
      },
    ],
  },
  {
    title: 'Ce qui bloque',
    questions: [
      {
        label: 'Pourquoi le modèle actuel ne tient-il pas ?',
        answer: `La location à l'heure récompense les passages rapides et décourage l'apprentissage. Un adhérent qui hésite devant une surjeteuse paie son hésitation ; il finit par sous-traiter ailleurs. À l'inverse, les deux marques réservent les meilleurs créneaux trois mois à l'avance au même tarif que tout le monde, sans rien devoir si elles ne viennent pas.

Nous avons repris les factures de 2024 ligne par ligne. Les heures vendues couvrent 41 % du loyer, de l'énergie et de la maintenance. Les stages de découverte, que l'équipe tient pour accessoires, rapportent davantage que tout l'atelier le mardi et le jeudi réunis.`,
      },
      {
        label: 'Quelles pistes l’équipe a-t-elle déjà essayées ?',
        answer: `Une carte de dix séances, abandonnée au bout d'un an : les cartes se prêtaient. Un tarif solidaire, peu demandé, parce qu'il fallait produire un avis d'imposition à l'accueil. Une vente de pièces au marché de Noël, réussie mais épuisante. Aucune de ces tentatives n'a été évaluée ; chacune a laissé un souvenir contradictoire selon qui le raconte.`,
      },
    ],
  },
  {
    title: 'Ce que nous proposons',
    questions: [
      {
        label: 'Quelle est la démarche, étape par étape ?',
        answer: `D'abord, une semaine d'observation : nous relevons les usages réels, machine par machine, y compris les temps morts et les coups de main invisibles.

Ensuite, deux ateliers avec les artisans, le premier pour nommer ce qu'ils achètent vraiment (du temps, un geste, une adresse, un réseau), le second pour choisir entre trois formules chiffrées. La coordinatrice les anime avec nous, afin de pouvoir recommencer seule.

Enfin, un modèle économique à trois ans, avec ses hypothèses écrites noir sur blanc et un tableau de suivi que le trésorier remplit en moins d'une heure par mois.`,
      },
      {
        label: 'Que restera-t-il à la structure à la fin ?',
        answer: `Une grille de prix votée par le conseil d'administration. Un carnet d'entretien par machine, rédigé avec le responsable d'atelier, assez précis pour qu'une autre personne prenne le relais. Un dossier de six pages à présenter à l'agglomération pour l'aile nord. Et l'habitude de compter, qui manque aujourd'hui davantage que l'argent.`,
      },
      {
        label: 'Quels risques voyez-vous ?',
        answer: `Le premier est le départ d'une des deux marques si son tarif augmente trop vite : elle pèse 22 % des recettes. Nous proposons un palier d'un an, négocié avant toute annonce. Le second est la fatigue : l'équipe mène déjà la rénovation des sanitaires et la préparation d'un festival. Nous plaçons donc les ateliers en avril, hors vacances scolaires, et nous ne demandons rien en mai.`,
      },
    ],
  },
  {
    title: 'L’organisation',
    questions: [
      {
        label: 'Comment travaillerez-vous avec l’équipe ?',
        answer: `Un point court chaque lundi à 13 h, debout, dans l'atelier. Les notes sont partagées le jour même. Toute dépense nouvelle passe par le trésorier. Nos deux consultants viennent ensemble la première semaine, puis à tour de rôle ; l'un suit les chiffres, l'autre les personnes, et chacun relit l'autre.`,
      },
      {
        label: 'Avec quels autres experts ?',
        answer: `La structure est aussi accompagnée sur son bail par un cabinet de Valenciennes. Nous lui avons parlé : son calendrier précède le nôtre de trois semaines, ce qui nous convient, puisque le montant du loyer entre dans nos hypothèses. Nous échangerons nos documents par l'espace du programme, et par lui seulement.`,
      },
      {
        label: 'À quoi verrez-vous que la mission a réussi ?',
        answer: `En septembre, la part des charges couvertes par l'atelier devra dépasser 60 %. Quatre artisans au moins auront signé un forfait annuel. Le carnet d'entretien aura servi une fois sans nous. Si l'un de ces trois signes manque, nous revenons une demi-journée, sans la facturer, pour comprendre ce qui n'a pas pris.`,
      },
    ],
  },
];
