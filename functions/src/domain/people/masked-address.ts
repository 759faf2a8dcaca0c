/** Enough of an address for its owner to know it, and for nobody else to write to it: « a•••@exemple.fr ». */
export function maskedAddress(email: string): string {
  const at = email.lastIndexOf('@');
  const [first = ''] = Array.from(email);
  return at < 1 ? '•••' : `${first}•••${email.slice(at)}`;
}
