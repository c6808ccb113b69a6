export type { CompanyOptions } from './companyOptions.js';
export { createCompany, createLivingCompany } from './create.js';
export type { Life, LifeOptions } from './life.js';
export { blankCompany, plainCall, plainUser } from './plain.js';
export type * from './types.js';
