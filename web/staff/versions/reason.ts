/** What is said of a reason as it is typed; undefined when there is one. */
export function reasonError(reason: string): string | undefined {
  return reason.trim() === '' ? 'Dites pourquoi en une phrase : elle reste dans l’historique.' : undefined;
}
