export type { CompanyOptions } from './companyOptions.js';
export { createCompany } from './create.js';
export { blankCompany, plainCall, plainUser } from './plain.js';
export type * from './types.js';
