import { at, type Chance } from './random.ts';

export interface Person {
  readonly name: string;
  readonly email: string;
}

const firstNames =
  'Adèle Agathe Aïssa Alban Alice Amandine Anaïs Annaïck Armelle Aurore Awa Bastien Baya Benoît Camille Capucine Céline Chloé Clément Corentin Damien Delphine Diane Djamila Élise Éloïse Émile Erwan Estelle Fanny Fatou Florian Gaëlle Gaspard Gilles Guénolé Hawa Hélène Hugo Inès Ismaël Jeanne Joël Julie Karim Katell Laurène Léa Louise Lucas Maëlle Malik Margaux Maryam Mathilde Maxence Mehdi Mélanie Morgane Nadia Nathan Nicolas Noé Oriane Oscar Ousmane Pauline Perrine Quentin Rachida Rémi Romane Samia Sandrine Simon Solène Soraya Stéphane Sylvain Tanguy Théo Tiphaine Valentin Victor Violette Yann Yasmine Youssef Zélie Zoé'.split(
    ' ',
  );
const lastNames =
  'Abadie Allard Amrani Arnaud Aubry Baptiste Barbier Belkacem Benali Berger Bertin Besson Blanchet Bonnet Bouchet Bourdin Brunet Carlier Caron Chabert Charpentier Chauvin Chevallier Cissé Colin Cordier Coulibaly Courtois Da Silva Delmas Delorme Diallo Diarra Dubreuil Dumont Esnault Fabre Faure Ferrand Fontaine Fouquet Garnier Gaudin Gilbert Girault Grandjean Guérin Guillou Hamon Hardy Haddad Hébert Jacquet Jourdain Kervadec Lacombe Lambert Le Bihan Le Goff Lebrun Leclerc Lefèvre Legrand Lemaire Lombard Maillard Marchand Marin Masson Mercier Meunier Monnier Morvan Moulin N’Diaye Nguyen Nicolas Paillard Pascal Perrot Picard Poirier Prévost Quéméner Renaud Ribeiro Rolland Roussel Saïdi Sauvage Schmitt Tessier Thibault Traoré Vasseur Vidal Weber Yilmaz Zerrouki'
    .replaceAll(/(Da|Le) /g, '$1_')
    .split(' ')
    .map((name) => name.replace('_', ' '));

/**
 * Gives people with a name nobody else has: an expert who bears a laureate's name would be stopped for a conflict of interest. First names come
 * round once all have served, so that people met together are told apart.
 */
export function newcomers(chance: Chance): (domain: string) => Person {
  const firsts = chance.shuffled(firstNames);
  const lasts = chance.shuffled(lastNames);
  let given = 0;
  return (domain) => {
    const round = Math.floor(given / firsts.length);
    const first = at(firsts, given);
    const last = at(lasts, given + round);
    given += 1;
    return { name: `${first} ${last}`, email: `${asAddress(`${first}.${last}`)}@${domain}` };
  };
}

/** « La Forge de l’Avesnois » → `la-forge-de-l-avesnois`, what an address may hold. */
function asAddress(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** Reserved for examples (RFC 2606): no mail could ever leave for it. */
export function domainOf(organisation: string): string {
  return `${asAddress(organisation).replaceAll('.', '-')}.example`;
}
