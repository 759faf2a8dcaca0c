/** In the place of what only those who act may do. */
export function OnlyReads() {
  return <p>Vous êtes ici en observation : l’équipe France Tiers-Lieux importe les lauréats et leurs documents.</p>;
}
