/** The site somebody typed (« atelier.fr », « https://atelier.fr/nous »), or null when it is no public web address: it never becomes a link then. */
export function webAddress(typed: string): URL | null {
  const text = typed.trim();
  const address = URL.parse(/^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`);
  const web = address?.protocol === 'https:' || address?.protocol === 'http:';
  return address !== null && web && /\.[a-z]{2,}$/i.test(address.hostname) ? address : null;
}
