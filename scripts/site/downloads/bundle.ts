/** Name, without extension, of the files that hold all tables of a report, or of one norm. */
export const bundleName = (version: string | null): string => (version === null ? 'rapport' : `norm-${version}`);
