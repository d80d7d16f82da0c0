/** Wrong use of a command, in a sentence for who typed it: exit status 2. */
export class UsageError extends Error {}
