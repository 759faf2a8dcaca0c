import type { Palette } from './fields.ts';
import { answered, expert, issue, laureate, missionCore, one, only } from './palette-parts.ts';

/** What a laureate writes for the team, as fields. */

const answer = (standing: string, who: string, example: string) => ({
  [standing]: one('group', who),
  [`${standing}.atMs`]: only(
    [standing],
    one('instant', 'Quand l’équipe l’a écrit', 'vendredi 10 janvier 2025 à 10:12'),
  ),
  [`${standing}.byName`]: only([standing], one('text', 'Qui, dans l’équipe', 'Inès Garnier')),
  [`${standing}.message`]: only([standing], one('text', 'Ce que l’équipe a écrit, vide sinon', example)),
});

const estimated = ['needs[].estimatedCents'];

export const scopingNote: Palette = {
  ...laureate,
  handedInAtMs: one('instant', 'Quand la note a été remise', 'vendredi 3 janvier 2025 à 10:12'),
  byName: one('text', 'Qui l’a remise, vide si ce n’est pas connu', 'Jeanne Lefèvre'),
  inForce: one('flag', 'Si aucune version plus récente n’est remise'),
  ...answer('standing.accepted', 'Si l’équipe a accepté la note', 'Merci de ces précisions.'),
  ...answer('standing.changesAsked', 'Si l’équipe a demandé des modifications', 'Précisez le calendrier.'),
  'standing.unanswered': one('flag', 'Si l’équipe n’a pas encore donné son avis'),
  needs: one('items', 'Les besoins, par ordre de priorité'),
  'needs[].priority': one('text', 'Priorité d’un besoin', 'D’abord'),
  'needs[].theme': one('text', 'Thématique d’un besoin', 'Stratégie économique'),
  'needs[].subtheme': one('text', 'Sous-thématique d’un besoin', 'Stratégie de développement de ressources'),
  'needs[].need': one('text', 'Un besoin, dans les mots du lauréat', 'Nos tarifs datent de l’ouverture…'),
  'needs[].expected': one('text', 'Le résultat attendu', 'Une grille de tarifs votée avant l’été'),
  'needs[].estimatedCents': only(estimated, one('cents', 'Estimation d’un besoin, s’il en a une', '4 500,00 €')),
  estimatedCents: one('cents', 'Total estimé, zéro si rien ne l’est', '7 500,00 €'),
  ...answered,
  recommendations: one('items', 'Ce qui a été recommandé au lauréat, s’il y en a'),
  'recommendations[].source': one('text', 'Qui recommande', 'Comité d’attribution'),
  'recommendations[].day': one('day', 'Quand', 'mercredi 5 avril 2023'),
  'recommendations[].subthemes': one('words', 'Sous-thématiques recommandées, s’il y en a', 'Stratégie de marque'),
  'recommendations[].subthemes[]': one('text', 'Une sous-thématique recommandée', 'Stratégie de marque'),
  'recommendations[].text': one('text', 'Ce qui est recommandé', 'Revoir le modèle de location…'),
  ...issue,
};

const answers = (list: string, which: string, example: string) => ({
  [`sections[].${list}`]: one('items', which),
  [`sections[].${list}[].label`]: one('text', 'Une de ces questions', 'L’écoute de l’expert a été…'),
  [`sections[].${list}[].answer`]: one('text', 'Sa réponse, vide s’il n’y en a pas', example),
});

export const feedback: Palette = {
  ...missionCore,
  ...laureate,
  ...expert,
  givenAtMs: one('instant', 'Quand le bilan a été remis', 'dimanche 22 juin 2025 à 11:12'),
  sections: one('items', 'Les parties du bilan'),
  'sections[].title': one('text', 'Titre d’une partie', 'Votre avis'),
  ...answers('chosen', 'Les questions à choix d’une partie', 'Très satisfaisant'),
  ...answers('written', 'Les questions d’une partie où l’on écrit', 'Les ateliers du soir…'),
  ...issue,
};
