export { createCompany, type CompanyOptions } from './create.js';
export { blankCompany, plainCall, plainUser } from './plain.js';
export type * from './types.js';
