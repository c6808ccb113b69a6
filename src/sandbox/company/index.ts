export { blankCompany, createCompany, type CompanyOptions } from './create.js';
export type * from './types.js';
