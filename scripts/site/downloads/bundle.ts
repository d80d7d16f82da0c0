/** Name, without extension, of the files that hold all tables of a report, or of one norm. */
export function bundleName(version: string | null): string {
  return version === null ? 'rapport' : `norm-${version}`;
}
