/** The pages of the console that are a table. */
export type TablePath = '/admin/audit' | '/admin/organizations' | '/admin/people' | '/admin/stores';
