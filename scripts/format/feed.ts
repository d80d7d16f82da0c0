/** A round with its figure: "Tussenmeting 2026 van norm 2.0: tussen 51% en 55%". `value` null where nothing is shown. */
export function roundTitle(round: string, norm: string, value: string | null): string {
  return `${round} van ${norm}${value === null ? '' : `: ${value}`}`;
}
