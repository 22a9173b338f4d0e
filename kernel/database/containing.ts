/** A LIKE pattern for whatever holds these words; the wildcards among them are taken as they stand. */
export const containing = (words: string) => `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`
